import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Theme

// One of the questions about a person, over its buttons: `act` is what the main button says, `done` what it does.
ColumnLayout {
    id: root

    required property PeopleViewModel view
    property string act: ""
    property bool ready: true

    signal done

    // Take the focus.
    function arrive() {
    }

    spacing: Theme.gapWide
}
