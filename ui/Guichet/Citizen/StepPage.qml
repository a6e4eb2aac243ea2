pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C5: one step. What it is and gives, then every way to do it, alike and in the plan's order.
Item {
    id: root

    required property StepViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128)
    // So low that even the way out scrolls with the rest.
    readonly property bool low: root.height < Theme.mm(120)
    readonly property bool sure: root.view.pageRead && root.view.doubt === ""

    component Head: ColumnLayout {
        spacing: Theme.gapTiny

        Flow {
            Layout.fillWidth: true
            visible: root.view.chip !== "" || root.view.maybe !== ""
            spacing: Theme.gapTiny

            Chip {
                width: Math.min(implicitWidth, parent.width)
                tone: root.view.chipTone
                symbol: root.view.chipSymbol
                text: root.view.chip
            }
            Chip {
                width: Math.min(implicitWidth, parent.width)
                symbol: "help-circle"
                text: root.view.maybe
            }
        }
        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.title
            font.pixelSize: root.view.discreet ? Theme.topic : root.wide ? Theme.mm(13) : Theme.title
            font.weight: Font.Bold
        }
        LanguageMark {
            Layout.fillWidth: true
            below: root.view.title
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.gives
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.note
            color: Theme.colours.inkSoft
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.why
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
    }
    component Urgent: RowLayout {
        spacing: Theme.gap
        visible: root.view.safety !== ""

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: "alert-circle"
            colour: Theme.colours.danger
        }
        Words {
            Layout.fillWidth: true
            text: root.view.safety
            color: Theme.colours.danger
            font.weight: Font.DemiBold
        }
    }
    component Warned: Rectangle {
        id: warned

        required property string told

        visible: warned.told !== ""
        implicitHeight: warning.implicitHeight + Theme.gap * 2
        color: Theme.colours.warningGround
        radius: Theme.radius

        Words {
            id: warning

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            anchors.margins: Theme.gap
            text: warned.told
            color: Theme.colours.warning
            font.weight: Font.DemiBold
        }
    }
    component Before: RowButton {
        visible: root.view.before !== ""
        symbol: "link"
        text: root.view.before
        detail: root.view.beforeTitle
        font.pixelSize: Theme.body
        onClicked: root.view.openBefore()
    }
    component Settle: RowButton {
        visible: root.view.question !== ""
        symbol: "message-question"
        text: root.view.question
        detail: qsTr("Your answer tells whether this step is for you")
        font.pixelSize: Theme.body
        onClicked: root.view.answer()
    }
    component Ways: ColumnLayout {
        spacing: Theme.gap
        visible: ways.count > 0

        Words {
            Layout.fillWidth: true
            Layout.topMargin: root.wide ? 0 : Theme.gapTiny
            heading: true
            text: qsTr("Choose how")
            font.pixelSize: Theme.section
            font.weight: Font.DemiBold
        }
        Repeater {
            id: ways

            model: root.view.ways

            ChannelCard {
                Layout.fillWidth: true
                onOpened: root.view.openPlace()
            }
        }
    }
    component Say: NoteBox {
        visible: root.view.say !== ""
        symbol: "message-circle"
        title: qsTr("What you can say")
        text: root.view.say
    }
    component Bring: BringCard {
        papers: root.view.papers
        onClicked: root.view.openPapers()
    }
    component Amounts: ColumnLayout {
        spacing: Theme.gapTiny
        visible: root.view.amounts.length > 0

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("How much")
            font.weight: Font.DemiBold
        }
        Repeater {
            model: root.view.amounts

            Words {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
    }
    component Next: RowButton {
        visible: root.view.nextTitle !== ""
        symbol: "route"
        text: root.view.nextTitle
        detail: qsTr("The step after this one")
        font.pixelSize: Theme.body
        onClicked: root.view.openNext()
    }
    component Source: ColumnLayout {
        spacing: Theme.gapTiny
        visible: root.view.checked !== ""

        Words {
            Layout.fillWidth: true
            text: root.view.organization
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            font.weight: Font.Medium
        }
        RowLayout {
            spacing: Theme.gapTiny

            Symbol {
                Layout.alignment: Qt.AlignTop
                name: root.sure ? "circle-check" : "info-circle"
                size: Theme.iconSmall
                colour: root.sure ? Theme.colours.success : Theme.colours.inkSoft
            }
            Words {
                Layout.fillWidth: true
                text: root.view.doubt === "" ? root.view.checked : root.view.checked + ". " + root.view.doubt
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
            }
        }
    }
    component Take: ActionButton {
        visible: root.view.single
        symbol: "printer"
        text: qsTr("Take this with me")
        font.pixelSize: Theme.first
        least: Theme.landscape && !root.wide ? Theme.target : Theme.primary
        onClicked: root.view.openTake()
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
                spacingInside: Theme.gapWide
                fills: true

                Head {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Warned {
                    told: root.view.notice
                    Layout.fillWidth: true
                }
                Urgent {
                    Layout.fillWidth: true
                }
                FactsCard {
                    Layout.fillWidth: true
                    facts: root.view.facts
                }
                Warned {
                    told: root.view.late
                    Layout.fillWidth: true
                }
                Before {
                    Layout.fillWidth: true
                }
                Settle {
                    Layout.fillWidth: true
                }
                Ways {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Bring {
                    Layout.fillWidth: true
                }
                Say {
                    Layout.fillWidth: true
                }
                Amounts {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Next {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
                Source {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Take {
                    Layout.fillWidth: true
                    visible: root.low && root.view.single
                }
            }
            Take {
                Layout.fillWidth: true
                visible: !root.low && root.view.single
            }
        }
    }
    Component {
        id: sideBySide

        RowLayout {
            spacing: Theme.gapHuge

            ColumnLayout {
                Layout.fillHeight: true
                Layout.preferredWidth: root.width * 0.36
                Layout.maximumWidth: root.width * 0.36
                spacing: Theme.gap

                // The column’s own height is none of the layout’s business: it scrolls.
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Scroller {
                        fits: true
                        anchors.fill: parent

                        Head {
                            Layout.fillWidth: true
                        }
                        Warned {
                            told: root.view.notice
                            Layout.fillWidth: true
                        }
                        Urgent {
                            Layout.fillWidth: true
                        }
                        FactsCard {
                            Layout.fillWidth: true
                            facts: root.view.facts
                        }
                        Warned {
                            told: root.view.late
                            Layout.fillWidth: true
                        }
                        Before {
                            Layout.fillWidth: true
                        }
                    }
                }
                Take {
                    Layout.fillWidth: true
                }
            }
            Scroller {
                slim: true
                Layout.fillWidth: true
                Layout.fillHeight: true

                Settle {
                    Layout.fillWidth: true
                }
                Ways {
                    Layout.fillWidth: true
                }
                Bring {
                    Layout.fillWidth: true
                }
                Say {
                    Layout.fillWidth: true
                }
                Amounts {
                    Layout.fillWidth: true
                }
                Next {
                    Layout.fillWidth: true
                }
                Source {
                    Layout.fillWidth: true
                }
            }
        }
    }
}
