pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// All cases: due, open, mine, or found by a number, a code or a first name; at the right, partners who have not answered.
DeskPage {
    id: root

    required property CasesViewModel view

    readonly property bool roomy: root.width > Theme.mm(680)

    title: qsTr("Cases")
    first: field

    // From whatever has the focus, the arrow down leads into the list.
    Keys.onDownPressed: cases.enter()

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        columns: root.roomy ? 2 : 1
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapLarge

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 7
            spacing: Theme.gapWide

            GridLayout {
                Layout.fillWidth: true
                columns: width > Theme.mm(100) + choices.implicitWidth ? 2 : 1
                columnSpacing: Theme.gapWide
                rowSpacing: Theme.gap

                Field {
                    id: field

                    Layout.fillWidth: true
                    bare: true
                    label: qsTr("Find a case")
                    hint: qsTr("Number, code or first name")
                    symbol: "search"
                    maximumLength: 40
                    text: root.view.typed
                    onEdited: text => root.view.type(text)
                    onAccepted: root.view.openFirst()
                }
                RowLayout {
                    id: choices

                    spacing: Theme.gap

                    Repeater {
                        model: root.view.choices

                        PickChip {
                            required property string which
                            required property string label
                            required property bool chosen

                            required key

                            one: true
                            text: label
                            checked: chosen
                            onClicked: root.view.choose(which)
                        }
                    }
                }
            }
            Panel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                inset: Theme.gapTiny

                CaseList {
                    id: cases

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: root.view.nothing === ""
                    view: root.view
                }
                ColumnLayout {
                    Layout.alignment: Qt.AlignCenter
                    Layout.fillHeight: true
                    visible: root.view.nothing !== ""
                    spacing: Theme.gapWide

                    Item {
                        Layout.fillHeight: true
                    }
                    Symbol {
                        Layout.alignment: Qt.AlignHCenter
                        name: "folder"
                        size: Theme.mm(28)
                    }
                    Words {
                        Layout.alignment: Qt.AlignHCenter
                        text: root.view.nothing
                        color: Theme.colours.inkSoft
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
            }
            Words {
                Layout.fillWidth: true
                text: root.view.more
                visible: text !== ""
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
            Problem {
                Layout.fillWidth: true
                text: root.view.problem
            }
        }
        Panel {
            Layout.fillHeight: root.roomy
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            Layout.preferredHeight: Theme.mm(62)
            visible: partners.count > 0
            title: qsTr("Partners who have not answered")
            symbol: "send"

            DeskScroll {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gap

                    Repeater {
                        id: partners

                        model: root.view.waiting

                        DeskButton {
                            required property string number
                            required property string words

                            Layout.fillWidth: true
                            text: words
                            onClicked: root.view.open(number)
                        }
                    }
                }
            }
        }
    }
}
