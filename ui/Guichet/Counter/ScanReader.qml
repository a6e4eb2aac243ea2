pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Where a slip is scanned or its code typed: R, four characters, three characters.
FocusScope {
    id: root

    required property ScanViewModel view

    // Where a low window has a slip to show, its steps need the room.
    readonly property bool tight: root.view.slip.there && Theme.window.height < Theme.mm(380)

    implicitHeight: panel.implicitHeight

    Panel {
        id: panel

        anchors.left: parent.left
        anchors.right: parent.right
        height: implicitHeight
        urgent: root.view.problem !== ""

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gapWide

            Rectangle {
                Layout.alignment: Qt.AlignVCenter
                implicitWidth: Theme.mm(34)
                implicitHeight: implicitWidth
                visible: root.width > Theme.mm(220) && !root.tight
                color: Theme.colours.tint
                radius: Theme.radiusCard

                Symbol {
                    anchors.centerIn: parent
                    name: "scan"
                    size: Theme.mm(21)
                    colour: Theme.colours.action
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.gapTiny

                Words {
                    Layout.fillWidth: true
                    visible: !root.tight
                    text: qsTr("Point the reader at the slip, or type its code")
                    font.pixelSize: Theme.answer
                    font.weight: Font.DemiBold
                }
                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Words {
                        text: qsTr("R-", "the letter that every code begins with")
                        font.pixelSize: Theme.first
                        font.weight: Font.Bold
                        wrapMode: Text.NoWrap
                        Accessible.ignored: true
                    }
                    Field {
                        id: field

                        Layout.preferredWidth: Theme.mm(96)
                        focus: true
                        bare: true
                        size: Theme.first
                        label: qsTr("Code of the slip, after the R")
                        hint: "_ _ _ _ - _ _ _"
                        text: root.view.typed
                        onEdited: text => root.view.type(text)
                        onAccepted: root.view.enter()

                        // What is set in groups stands even where the text came out the same.
                        Connections {
                            target: root.view

                            function onChanged() {
                                if (field.line.text !== root.view.typed)
                                    field.line.text = root.view.typed;
                            }
                        }
                    }
                    Words {
                        Layout.fillWidth: true
                        text: qsTr("Such as 7K3F-9XD. A slip can be scanned on any page.")
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                    }
                }
            }
        }
        Problem {
            Layout.fillWidth: true
            text: root.view.problem
        }
        Problem {
            Layout.fillWidth: true
            text: root.view.trouble
        }
    }
}
