pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Theme

// A few choices side by side, one of them chosen: filled, never by colour alone (it is also announced as checked).
Rectangle {
    id: root

    required property list<string> choices
    required property int current
    property list<string> names: root.choices
    // The language of each choice where it is not the one shown, for the voice.
    property list<string> languages: []
    property int size: Theme.meta

    signal chosen(index: int)

    implicitWidth: row.implicitWidth
    implicitHeight: Math.max(Theme.target, row.implicitHeight)
    color: Theme.colours.card
    radius: Theme.radius
    border.width: Theme.hair
    border.color: Theme.colours.edge

    RowLayout {
        id: row

        anchors.fill: parent
        spacing: 0

        Repeater {
            model: root.choices

            T.AbstractButton {
                id: choice

                required property int index
                required property string modelData

                readonly property string spokenLanguage: root.languages[choice.index] ?? ""

                Layout.fillWidth: true
                Layout.fillHeight: true
                implicitWidth: label.implicitWidth + Theme.gapWide * 2
                // Arabic letters must not make one choice taller than the others.
                implicitHeight: Math.max(Theme.target, label.lineCount * root.size * 1.36 + Theme.gapTiny * 2)
                focusPolicy: Qt.StrongFocus
                checkable: true
                checked: choice.index === root.current
                text: choice.modelData

                Accessible.role: Accessible.RadioButton
                Accessible.name: root.names[choice.index]
                Accessible.checkable: true
                Accessible.checked: choice.index === root.current

                Keys.onReturnPressed: choice.click()
                Keys.onEnterPressed: choice.click()
                onClicked: root.chosen(choice.index)

                background: Rectangle {
                    color: choice.index === root.current ? Theme.colours.action : choice.down ? Theme.colours.tint : "transparent"
                    topLeftRadius: choice.index === (choice.mirrored ? root.choices.length - 1 : 0) ? Theme.radius : 0
                    bottomLeftRadius: topLeftRadius
                    topRightRadius: choice.index === (choice.mirrored ? 0 : root.choices.length - 1) ? Theme.radius : 0
                    bottomRightRadius: topRightRadius

                    FocusRing {
                        shown: choice.visualFocus
                    }
                }
                contentItem: Text {
                    id: label

                    text: choice.text
                    color: choice.index === root.current ? Theme.colours.actionInk : Theme.colours.action
                    font.family: Theme.family
                    font.pixelSize: root.size
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    wrapMode: Text.Wrap
                }
            }
        }
    }
}
