pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C7: every paper of the plan, once. Ticking is for the person's own eyes; a missing paper stops nobody.
Item {
    id: root

    required property PapersViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && root.height > Theme.mm(128)
    readonly property bool tall: !Theme.landscape && !Theme.narrow && Theme.letters === 0 && root.height > Theme.mm(250)
    // So low that even the way out scrolls with the rest.
    readonly property bool low: root.height < Theme.mm(100)

    component Head: ColumnLayout {
        spacing: Theme.gapTiny

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("Papers for your whole plan")
            font.pixelSize: root.wide ? Theme.mm(13) : Theme.title
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            text: root.view.lead
            color: Theme.colours.inkSoft
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapTiny
            spacing: Theme.gap

            Progress {
                Layout.fillWidth: true
                visible: root.view.total <= 20
                done: root.view.held
                total: root.view.total
            }
            Words {
                text: root.view.progress
                font.weight: Font.Bold
            }
        }
    }
    component Missing: NoteBox {
        symbol: "heart-handshake"
        title: qsTr("Missing a paper?")
        text: qsTr("Go anyway. They will tell you what to do.")
    }
    component Cards: ColumnLayout {
        spacing: Theme.gap

        Repeater {
            model: root.view.rows

            PaperCard {
                required property string paper
                required property string step

                Layout.fillWidth: true
                onTicked: held => root.view.tick(paper, held)
                onSourceOpened: root.view.openStep(step)
            }
        }
    }
    component Back: ActionButton {
        symbol: "arrow-back-up"
        text: qsTr("Back to my plan")
        font.pixelSize: Theme.first
        least: Theme.landscape && !root.wide ? Theme.target : Theme.primary
        onClicked: root.view.openPlan()
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

            Head {
                Layout.fillWidth: true
                visible: root.tall
            }
            Scroller {
                Layout.fillWidth: true
                Layout.fillHeight: true

                Head {
                    Layout.fillWidth: true
                    visible: !root.tall
                }
                Cards {
                    Layout.fillWidth: true
                }
                Missing {
                    Layout.fillWidth: true
                    visible: !root.tall
                }
                Back {
                    Layout.fillWidth: true
                    visible: root.low
                }
            }
            Missing {
                Layout.fillWidth: true
                visible: root.tall
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
                spacing: Theme.gapWide

                Head {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: true
                }
                Missing {
                    Layout.fillWidth: true
                    visible: !Theme.shallow
                }
                Back {
                    Layout.fillWidth: true
                }
            }
            Scroller {
                slim: true
                Layout.fillWidth: true
                Layout.fillHeight: true

                Cards {
                    Layout.fillWidth: true
                }
                Missing {
                    Layout.fillWidth: true
                    visible: Theme.shallow
                }
            }
        }
    }
}
