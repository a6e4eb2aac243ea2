import QtQuick
import Guichet.Bridge

// One question of the sign-in.
FocusScope {
    required property SignInViewModel view

    // Give the focus to what is asked.
    function arrive() {
    }
}
