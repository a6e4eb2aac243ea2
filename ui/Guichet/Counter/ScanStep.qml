pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The step that is chosen, as a slip printed today would tell it; what changed since the old one is marked.
Panel {
    id: root

    required property ScanViewModel view

    title: qsTr("As it is today")
    symbol: "clipboard-list"

    aside: [
        Item {
            Layout.fillWidth: true
        },
        DeskButton {
            visible: root.view.slip.chosenService !== ""
            symbol: "flag-3"
            key: "F11"
            text: qsTr("Wrong")
            onClicked: root.view.flag()
        }
    ]

    DeskScroll {
        Layout.fillWidth: true
        Layout.fillHeight: true

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                heading: true
                text: root.view.slip.chosenTitle
                font.pixelSize: Theme.section
                font.weight: Font.Bold
            }
            Words {
                Layout.fillWidth: true
                visible: text !== ""
                text: root.view.slip.chosenChanged
                color: Theme.colours.warning
                font.weight: Font.DemiBold
            }
            Repeater {
                model: root.view.slip.facts

                Rectangle {
                    id: fact

                    required property string label
                    required property string words
                    required property bool changed

                    Layout.fillWidth: true
                    implicitHeight: both.implicitHeight + Theme.gapTiny * 2
                    color: fact.changed ? Theme.colours.warningGround : "transparent"
                    radius: Theme.radius
                    Accessible.role: Accessible.StaticText
                    Accessible.name: fact.changed ? qsTr("%1, changed: %2").arg(fact.label).arg(fact.words) : qsTr("%1: %2").arg(fact.label).arg(fact.words)

                    RowLayout {
                        id: both

                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.verticalCenter: parent.verticalCenter
                        anchors.leftMargin: Theme.gap
                        anchors.rightMargin: Theme.gap
                        spacing: Theme.gapWide

                        Words {
                            Layout.alignment: Qt.AlignTop
                            Layout.preferredWidth: Theme.mm(38)
                            text: fact.label
                            color: fact.changed ? Theme.colours.warning : Theme.colours.inkSoft
                            font.weight: Font.DemiBold
                            Accessible.ignored: true
                        }
                        Words {
                            Layout.fillWidth: true
                            text: fact.words
                            Accessible.ignored: true
                        }
                        Symbol {
                            Layout.alignment: Qt.AlignTop
                            visible: fact.changed
                            name: "refresh"
                            colour: Theme.colours.warning
                        }
                    }
                }
            }
        }
    }
}
