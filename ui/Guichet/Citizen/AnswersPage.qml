pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What was answered: touch a line to change it. An answer that concerns nobody else is not written out.
Item {
    id: root

    required property AnswersViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128)
    // So low that even the way out scrolls with the rest.
    readonly property bool low: root.height < Theme.mm(100)

    component Head: ColumnLayout {
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("Your answers")
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            text: root.view.empty ? qsTr("You have not answered a question yet.") : qsTr("Touch an answer to change it. Your plan changes with it.")
            color: Theme.colours.inkSoft
        }
    }
    component Given: ColumnLayout {
        spacing: Theme.gap

        Repeater {
            model: root.view.rows

            LipButton {
                id: row

                required property string fact
                required property string question
                required property string answer
                required property bool answered

                Layout.fillWidth: true
                topPadding: Theme.gap + sink
                bottomPadding: Theme.gap + Theme.lip - sink
                Accessible.name: [row.question, row.answer, qsTr("Change")].join(". ")
                onClicked: root.view.change(row.fact)

                contentItem: RowLayout {
                    spacing: Theme.gapWide

                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: Theme.mm(0.8)

                        Words {
                            Layout.fillWidth: true
                            text: row.question
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                            font.weight: Font.Medium
                            Accessible.ignored: true
                        }
                        Words {
                            Layout.fillWidth: true
                            text: row.answer
                            color: row.answered ? Theme.colours.ink : Theme.colours.inkSoft
                            font.pixelSize: Theme.answer
                            font.weight: Font.DemiBold
                            Accessible.ignored: true
                        }
                    }
                    Symbol {
                        name: "edit"
                    }
                }
            }
        }
    }
    component More: RowButton {
        visible: root.view.more !== ""
        symbol: "help-circle"
        text: root.view.more
        detail: qsTr("They make your plan more exact")
        font.pixelSize: Theme.body
        onClicked: root.view.askMore()
    }
    component Back: ActionButton {
        symbol: "arrow-back-up"
        text: qsTr("Back to my plan")
        font.pixelSize: Theme.first
        least: Theme.landscape && !root.wide ? Theme.target : Theme.primary
        onClicked: root.view.openPlan()
    }
    component Kept: RowLayout {
        spacing: Theme.gapTiny

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: "eye-off"
            size: Theme.iconSmall
            colour: Theme.colours.inkSoft
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("Nothing you touch is kept after your visit.")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
    }

    Loader {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        sourceComponent: root.wide ? sideBySide : oneColumn
    }
    Component {
        id: oneColumn

        ColumnLayout {
            spacing: Theme.gap

            Scroller {
                Layout.fillWidth: true
                Layout.fillHeight: true
                fills: true

                Head {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                    Layout.bottomMargin: Theme.gapTiny
                }
                Given {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                More {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gap
                }
                Item {
                    Layout.fillHeight: true
                }
                Kept {
                    Layout.fillWidth: true
                }
                Back {
                    Layout.fillWidth: true
                    visible: root.low
                }
            }
            Back {
                Layout.fillWidth: true
                visible: !root.low
            }
        }
    }
    Component {
        id: sideBySide

        RowLayout {
            spacing: Theme.gapHuge

            ColumnLayout {
                Layout.fillHeight: true
                Layout.preferredWidth: root.width * 0.33
                Layout.maximumWidth: root.width * 0.33
                spacing: Theme.gap

                Head {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
                Kept {
                    Layout.fillWidth: true
                }
                Back {
                    Layout.fillWidth: true
                }
            }
            Scroller {
                slim: true
                Layout.fillWidth: true
                Layout.fillHeight: true

                Given {
                    Layout.fillWidth: true
                }
                More {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gap
                }
            }
        }
    }
}
