pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C4: the plan as a path. The way out never scrolls, nor do the head and the papers where the screen is tall enough.
Item {
    id: root

    required property PlanViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128)
    // So low that even the way out scrolls with the rest.
    readonly property bool low: root.height < Theme.mm(100)
    readonly property bool close: Theme.letters === 2 || Theme.landscape || Theme.narrow || root.height < Theme.mm(200)

    // Everything is in one column that scrolls, but for the way out.
    readonly property bool scrolled: root.close && !root.wide

    component Head: ColumnLayout {
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            heading: true
            text: root.view.title
            font.pixelSize: Theme.title
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.opening
            color: Theme.colours.inkSoft
        }
        LanguageMark {
            Layout.fillWidth: true
            below: root.view.opening
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.safety
            color: Theme.colours.danger
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.age
            color: Theme.colours.warning
            font.pixelSize: Theme.meta
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.hair
            color: Theme.colours.hairline
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Symbol {
                name: root.view.symbol
                colour: Theme.colours.accent(root.view.theme)
            }
            Words {
                Layout.fillWidth: true
                text: root.view.said === "" ? root.view.situation : root.view.situation + " · " + root.view.said
                font.pixelSize: Theme.meta
                font.weight: Font.Medium
            }
            LinkButton {
                // The first step is number 1 for whoever listens.
                readonly property bool aside: true

                Layout.rightMargin: -rightPadding
                symbol: "edit"
                text: qsTr("Change")
                onClicked: root.view.openAnswers()
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.hair
            color: Theme.colours.hairline
        }
    }
    component Papers: RowButton {
        visible: root.view.papers !== ""
        symbol: "files"
        text: root.view.papers
        detail: root.view.bring
        font.pixelSize: Theme.body
        side: Theme.letters === 0 && !root.wide ? qsTr("See list") : ""
        onClicked: root.view.openPapers()
    }
    component Take: ActionButton {
        // The key 0 of a keypad stands for it.
        readonly property bool zero: true

        symbol: "printer"
        text: qsTr("Take this plan with me")
        font.pixelSize: Theme.first
        onClicked: root.view.openTake()
    }

    component Side: ColumnLayout {
        spacing: Theme.gap

        // The column’s own height is none of the layout’s business: on a low panel it scrolls.
        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            Scroller {
                anchors.fill: parent
                fills: true
                fits: true

                Head {
                    Layout.fillWidth: true
                    Layout.fillHeight: false
                }
                Item {
                    Layout.fillHeight: true
                }
                Papers {
                    Layout.fillWidth: true
                }
            }
        }
        Take {
            Layout.fillWidth: true
        }
    }

    // Whatever the letters, the path is the same one: only what stands around it changes its place.
    GridLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gap

        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: root.wide
            Layout.preferredWidth: root.wide ? root.width * 0.33 : -1
            Layout.maximumWidth: root.wide ? root.width * 0.33 : Number.POSITIVE_INFINITY
            active: root.wide || !root.close
            visible: active
            sourceComponent: root.wide ? side : head
        }
        Scroller {
            Layout.fillWidth: true
            Layout.fillHeight: true
            slim: root.wide

            Loader {
                Layout.fillWidth: true
                active: root.scrolled
                visible: active
                sourceComponent: head
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Repeater {
                    id: path

                    model: root.view.rows

                    PathRow {
                        required property int index

                        Layout.fillWidth: true
                        last: index === path.count - 1
                        discreet: root.view.discreet
                        onOpened: root.view.openStep(step)
                    }
                }
                Words {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gap
                    text: root.view.fees
                    font.weight: Font.DemiBold
                }
                RowButton {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gap
                    visible: root.view.more !== ""
                    symbol: "help-circle"
                    text: root.view.more
                    font.pixelSize: Theme.body
                    onClicked: root.view.askMore()
                }
                RowButton {
                    Layout.fillWidth: true
                    Layout.topMargin: Theme.gap
                    visible: root.view.leftOut !== ""
                    leads: false
                    symbol: root.view.leftOutShown ? "chevron-up" : "chevron-down"
                    text: root.view.leftOut
                    detail: root.view.leftOutShown ? "" : qsTr("See them, and why")
                    font.pixelSize: Theme.body
                    onClicked: root.view.toggleLeftOut()
                }
            }
            Loader {
                Layout.fillWidth: true
                active: root.scrolled && root.view.papers !== ""
                visible: active
                sourceComponent: papers
            }
            Loader {
                Layout.fillWidth: true
                active: root.scrolled && root.low
                visible: active
                sourceComponent: take
            }
        }
        Loader {
            Layout.fillWidth: true
            active: !root.close && root.view.papers !== ""
            visible: active
            sourceComponent: papers
        }
        Loader {
            Layout.fillWidth: true
            active: !root.wide && !(root.scrolled && root.low)
            visible: active
            sourceComponent: take
        }
    }
    Component {
        id: head

        Head {}
    }
    Component {
        id: papers

        Papers {}
    }
    Component {
        id: take

        Take {
            least: root.close && Theme.landscape ? Theme.target : Theme.primary
        }
    }
    Component {
        id: side

        Side {}
    }
}
