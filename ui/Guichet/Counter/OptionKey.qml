import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// One of several answers, with the key that chooses it: a ring that is filled, the words, the cap.
T.AbstractButton {
    id: root

    property string key: ""
    // Several may be chosen: a box with a tick.
    property bool several: false

    implicitWidth: line.implicitWidth + Theme.gapWide * 2
    implicitHeight: Math.max(Theme.target, line.implicitHeight + Theme.gap * 2)
    focusPolicy: Qt.StrongFocus
    checkable: true
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Font.Medium

    // What is chosen already stays chosen when it is pressed again.
    T.ButtonGroup.group: root.several ? null : alone

    Accessible.role: root.several ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: root.text
    Accessible.description: root.key === "" ? "" : qsTr("Key %1").arg(root.key)
    Accessible.checkable: true
    Accessible.checked: root.checked

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    T.ButtonGroup {
        id: alone
    }
    KeyShortcut {
        key: root.key
        enabled: root.enabled && root.visible
        onPressed: {
            const before = root.Window.activeFocusItem;
            root.click();
            // A box ticked by its key leaves the focus where somebody types.
            if (root.several && before !== null)
                before.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    background: Rectangle {
        color: root.checked || root.down ? Theme.colours.tint : root.enabled ? Theme.colours.card : Theme.colours.sunk
        radius: Theme.radius
        border.width: root.checked ? Theme.hair * 2 : Theme.hair
        border.color: root.checked ? Theme.colours.action : Theme.colours.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gap
        spacing: Theme.gap

        Rectangle {
            implicitWidth: Theme.mm(9)
            implicitHeight: implicitWidth
            radius: root.several ? Theme.mm(1.5) : width / 2
            color: "transparent"
            border.width: Math.max(2, Theme.hair)
            border.color: root.enabled ? Theme.colours.action : Theme.colours.edge

            Rectangle {
                anchors.centerIn: parent
                width: parent.width * 0.5
                height: width
                radius: root.several ? Theme.mm(0.8) : width / 2
                visible: root.checked
                color: Theme.colours.action
            }
        }
        Text {
            Layout.fillWidth: true
            text: root.text
            color: root.enabled ? Theme.colours.ink : Theme.colours.inkSoft
            font: root.font
            wrapMode: Text.Wrap
        }
        KeyCap {
            text: root.key.replace("+", " ")
        }
    }
}
