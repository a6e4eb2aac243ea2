pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// One of a few choices, opened below: by its key, by the arrows, or by a click.
T.ComboBox {
    id: root

    required property string title
    property string key: ""

    signal chosen(index: int)

    implicitWidth: line.implicitWidth + leftPadding + rightPadding
    implicitHeight: Theme.target
    leftPadding: Theme.gapWide
    rightPadding: Theme.gapWide
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Font.DemiBold

    Accessible.role: Accessible.ComboBox
    Accessible.name: qsTr("%1: %2").arg(root.title).arg(root.displayText)
    Accessible.description: root.key === "" ? "" : qsTr("Key %1").arg(root.key)

    onActivated: index => root.chosen(index)

    Shortcut {
        sequences: root.key === "" ? [] : [root.key]
        enabled: root.enabled && root.visible
        onActivated: {
            root.forceActiveFocus(Qt.ShortcutFocusReason);
            root.popup.open();
        }
    }

    background: Rectangle {
        color: Theme.colours.card
        radius: Theme.radius
        border.width: Theme.hair
        border.color: Theme.colours.edge

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: Item {
        implicitWidth: line.implicitWidth

        RowLayout {
            id: line

            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Text {
                text: root.displayText
                color: Theme.colours.ink
                font: root.font
                Accessible.ignored: true
            }
            Symbol {
                name: "chevron-down"
                size: Theme.iconSmall
            }
            KeyCap {
                text: root.key.replace("+", " ")
            }
        }
    }
    delegate: T.ItemDelegate {
        id: choice

        required property int index
        required property string modelData

        width: ListView.view.width
        implicitHeight: Theme.target
        highlighted: root.highlightedIndex === choice.index
        text: choice.modelData

        Accessible.role: Accessible.ListItem
        Accessible.name: choice.text

        background: Rectangle {
            color: choice.highlighted ? Theme.colours.tint : Theme.colours.card
        }
        contentItem: RowLayout {
            spacing: Theme.gap

            Symbol {
                Layout.leftMargin: Theme.gapWide
                name: "check"
                size: Theme.iconSmall
                opacity: choice.index === root.currentIndex ? 1 : 0
            }
            Text {
                Layout.fillWidth: true
                text: choice.text
                color: Theme.colours.ink
                font: root.font
            }
        }
    }
    popup: T.Popup {
        y: root.height + Theme.gapTiny
        width: Math.max(root.width, Theme.mm(70))
        implicitHeight: list.contentHeight + 2
        padding: 1

        background: Rectangle {
            color: Theme.colours.card
            radius: Theme.radius
            border.width: Theme.hair
            border.color: Theme.colours.edge
        }
        contentItem: ListView {
            id: list

            implicitHeight: contentHeight
            model: root.delegateModel
            currentIndex: root.highlightedIndex
            clip: true
        }
    }
}
