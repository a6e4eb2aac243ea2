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
    // What is chosen, for the voice, where another bar has choices of the same names.
    property string about: ""
    // The language of each choice where it is not the one shown, for the voice.
    property list<string> languages: []
    property int size: Theme.meta
    // Choices all as wide as the widest.
    property bool uniform: false
    // Fewer than there are choices: lines of them, each choice by itself.
    property int columns: root.choices.length
    // How large each choice is written, where it shows letters.
    property list<int> sizes: []
    // The palette that each choice shows a sample of.
    property list<string> samples: []

    readonly property bool apart: root.columns < root.choices.length

    signal chosen(index: int)

    implicitWidth: lines.implicitWidth
    implicitHeight: Math.max(Theme.target, lines.implicitHeight)
    color: root.apart ? "transparent" : Theme.colours.card
    radius: Theme.radius
    border.width: root.apart ? 0 : Theme.hair
    border.color: Theme.colours.edge

    component Sample: Rectangle {
        required property string name

        implicitWidth: Theme.mm(9)
        implicitHeight: Theme.mm(9)
        radius: width / 2
        color: Theme.samplePaper(name)
        border.width: Theme.mm(0.8)
        border.color: Theme.sampleInk(name)

        Rectangle {
            anchors.centerIn: parent
            width: parent.width * 0.4
            height: width
            radius: width / 2
            color: Theme.sampleInk(parent.name)
        }
    }

    component Choice: T.AbstractButton {
        id: choice

        required property int place

        readonly property bool taken: choice.place === root.current
        readonly property bool opens: choice.place === (choice.mirrored ? root.choices.length - 1 : 0)
        readonly property bool closes: choice.place === (choice.mirrored ? 0 : root.choices.length - 1)
        readonly property string spokenLanguage: root.languages[choice.place] ?? ""

        // The ring of the focus stands outside, over what is beside.
        z: choice.visualFocus ? 1 : 0
        implicitWidth: inside.implicitWidth + Theme.gapWide * 2
        // Arabic letters must not make one choice taller than the others.
        implicitHeight: Math.max(Theme.target, (label.lineCount > 1 ? label.implicitHeight : label.font.pixelSize * 1.36) + Theme.gapTiny * 2)
        focusPolicy: Qt.StrongFocus
        checkable: true
        checked: choice.taken
        text: root.choices[choice.place] ?? ""

        Accessible.role: Accessible.RadioButton
        Accessible.name: root.names[choice.place] ?? ""
        Accessible.description: root.about
        Accessible.checkable: true
        Accessible.checked: choice.taken

        Keys.onReturnPressed: choice.click()
        Keys.onEnterPressed: choice.click()
        onClicked: root.chosen(choice.place)

        background: Rectangle {
            color: choice.taken ? Theme.colours.action : choice.down ? Theme.colours.tint : root.apart ? Theme.colours.card : "transparent"
            border.width: root.apart ? Theme.hair : 0
            border.color: Theme.colours.edge
            topLeftRadius: choice.opens || root.apart ? Theme.radius : 0
            bottomLeftRadius: topLeftRadius
            topRightRadius: choice.closes || root.apart ? Theme.radius : 0
            bottomRightRadius: topRightRadius

            Rectangle {
                anchors.top: parent.top
                anchors.bottom: parent.bottom
                anchors.left: parent.left
                visible: choice.place > 0 && !root.apart
                width: Theme.hair
                color: Theme.colours.edge
            }
            FocusRing {
                shown: choice.visualFocus
            }
        }
        contentItem: Item {
            implicitWidth: inside.implicitWidth
            implicitHeight: inside.implicitHeight

            RowLayout {
                id: inside

                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - Theme.gapTiny * 2)
                spacing: Theme.gapTiny

                Sample {
                    visible: name !== ""
                    name: root.samples[choice.place] ?? ""
                }
                Text {
                    id: label

                    Layout.fillWidth: true
                    text: choice.text
                    color: choice.taken ? Theme.colours.actionInk : Theme.colours.action
                    font.family: Theme.family
                    font.pixelSize: root.sizes[choice.place] ?? root.size
                    font.weight: Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    wrapMode: Text.Wrap
                    lineHeight: 0.9
                }
            }
        }
    }

    ColumnLayout {
        id: lines

        anchors.fill: parent
        spacing: Theme.gapTiny

        Repeater {
            model: Math.ceil(root.choices.length / root.columns)

            RowLayout {
                id: line

                required property int index

                readonly property int before: line.index * root.columns

                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: root.apart ? Theme.gapTiny : 0
                uniformCellSizes: root.uniform

                Repeater {
                    model: Math.min(root.columns, root.choices.length - line.before)

                    Choice {
                        required property int index

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        place: line.before + index
                    }
                }
            }
        }
    }
}
