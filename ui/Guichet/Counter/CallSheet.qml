pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The call to 211 with the person beside: the number, and what to say.
Sheet {
    id: root

    required property TogetherViewModel together

    function arrive() {
        close.forceActiveFocus(Qt.TabFocusReason);
    }

    title: qsTr("Call 211 together")

    Keys.onEscapePressed: root.together.close()

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gapWide

        Symbol {
            name: "phone-call"
            size: Theme.title
        }
        Words {
            Layout.fillWidth: true
            text: root.together.number
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
    }
    Repeater {
        model: root.together.words

        Words {
            required property string modelData

            Layout.fillWidth: true
            text: modelData
            font.pixelSize: Theme.answer
        }
    }
    DeskButton {
        id: close

        Layout.alignment: Qt.AlignRight
        main: true
        text: qsTr("Done")
        key: "Escape"
        onClicked: root.together.close()
    }
}
