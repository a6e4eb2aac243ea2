import QtQuick
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Who is being helped: for how long, in which language, and the key for the next person.
Flow {
    id: root

    required property WalkInViewModel view

    // The title bar is short, and a call stands in it too.
    readonly property bool tight: Theme.window.width < Theme.mm(700)

    spacing: Theme.gapWide

    Item {
        width: clock.implicitWidth
        height: Theme.target

        Chip {
            id: clock

            anchors.verticalCenter: parent.verticalCenter
            symbol: "clock"
            text: root.view.clock
        }
    }
    Words {
        height: Theme.target
        visible: !root.tight
        text: qsTr("Client speaks")
        color: Theme.colours.inkSoft
        wrapMode: Text.NoWrap
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    Picker {
        title: qsTr("Client speaks")
        key: "Alt+L"
        model: root.view.languages
        currentIndex: root.view.language
        onChosen: index => root.view.speakTo(index)
    }
    DeskButton {
        symbol: "user-plus"
        key: "Ctrl+N"
        text: root.tight ? qsTr("Next", "person") : qsTr("Next person")
        Accessible.name: qsTr("Next person")
        enabled: root.view.begun
        onClicked: root.view.nextPerson()
    }
}
