pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// S7: the kiosks, today's calls, what waits to leave, and the catalogue.
DeskPage {
    id: root

    required property KiosksViewModel view

    // The kiosk that a note is written to; 0 for none.
    property int writingTo: 0
    property string writingToName: ""
    // The list of what is past its date is shown.
    property bool listing: false

    readonly property int columns: Math.max(1, Math.min(3, Math.floor((root.width - Theme.gapLarge) / Theme.mm(225))))

    title: qsTr("Kiosks and catalogue")
    asking: root.writingTo !== 0 || root.listing
    sheet: root.listing ? due : note
    beside: Component {
        RowLayout {
            Chip {
                text: root.view.inAWord
                symbol: "device-desktop"
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }

    DeskScroll {
        id: scroll

        anchors.fill: parent
        anchors.margins: Theme.gapLarge

        ColumnLayout {
            width: parent.width
            height: Math.max(implicitHeight, scroll.height - Theme.gapTiny)
            spacing: Theme.gapLarge

            Problem {
                Layout.fillWidth: true
                text: root.view.problem
            }
            Panel {
                Layout.fillWidth: true
                visible: cards.count === 0
                title: qsTr("No kiosk yet")
                symbol: "device-desktop"

                Words {
                    Layout.fillWidth: true
                    text: qsTr("A kiosk on this machine is here as soon as it is open. One on the network is to be paired first: guichet counter pair.")
                    color: Theme.colours.inkSoft
                }
            }
            GridLayout {
                Layout.fillWidth: true
                columns: root.columns
                columnSpacing: Theme.gapLarge
                rowSpacing: Theme.gapLarge
                uniformCellWidths: true

                Repeater {
                    id: cards

                    model: root.view.kiosks

                    KioskCard {
                        id: card

                        required property int index

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.minimumHeight: Theme.mm(150)
                        cap: card.index < 9 ? String(card.index + 1) : ""
                        chosen: root.view.chosen === card.index
                        onPicked: root.view.choose(card.index)
                        onSaying: {
                            root.writingToName = card.name;
                            root.writingTo = card.number;
                        }
                        onClosing: closed => root.view.close(card.number, closed)
                        onForgetting: root.view.forget(card.number)

                        Shortcut {
                            sequences: card.cap === "" ? [] : [card.cap]
                            enabled: root.reachable
                            onActivated: root.view.choose(card.index)
                        }
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                columns: root.columns
                columnSpacing: Theme.gapLarge
                rowSpacing: Theme.gapLarge
                uniformCellWidths: true

                Panel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    title: qsTr("Today’s calls")
                    symbol: "phone-call"

                    CallsToday {
                        Layout.fillWidth: true
                        rows: root.view.calls
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
                Panel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    title: qsTr("Waiting to leave")
                    symbol: "upload"

                    FactList {
                        Layout.fillWidth: true
                        rows: root.view.waiting
                    }
                    Words {
                        Layout.fillWidth: true
                        text: qsTr("Kept on this machine until it can be sent on. Nothing of it names a person.")
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                    }
                    StayingCurrent {
                        Layout.fillWidth: true
                        view: root.view.current
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
                Panel {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    title: root.view.version === "" ? qsTr("Catalogue") : qsTr("Catalogue, version %1").arg(root.view.version)
                    symbol: "database"

                    Words {
                        Layout.fillWidth: true
                        visible: root.view.version === ""
                        text: qsTr("No catalogue can be read. Run guichet doctor.")
                        color: Theme.colours.danger
                        font.weight: Font.DemiBold
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        visible: root.view.version !== ""
                        spacing: Theme.gapLarge

                        BigNumber {
                            number: root.view.services
                            label: qsTr("services")
                        }
                        BigNumber {
                            number: root.view.situations
                            label: qsTr("situations")
                        }
                        BigNumber {
                            visible: root.view.dueCount !== ""
                            number: root.view.dueCount
                            label: qsTr("to look at again")
                            colour: Theme.colours.warning
                        }
                        Item {
                            Layout.fillWidth: true
                        }
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: root.view.catalogueDay !== ""
                        text: qsTr("Newest fact of %1. Everybody reads this date on the screen and on the slip.").arg(root.view.catalogueDay)
                        color: Theme.colours.inkSoft
                    }
                    Words {
                        Layout.fillWidth: true
                        text: root.view.current.updates
                        color: root.view.current.updatesWell ? Theme.colours.inkSoft : Theme.colours.warning
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                    DeskButton {
                        visible: root.view.dueCount !== ""
                        symbol: "list-details"
                        text: qsTr("See the %1").arg(root.view.dueCount)
                        key: "L"
                        onClicked: root.listing = true
                    }
                }
            }
        }
    }
    Component {
        id: note

        NoteSheet {
            id: sheet

            to: root.writingToName
            longest: root.view.longestNote
            onLeaving: root.writingTo = 0
            onSent: text => {
                if (root.view.say(root.writingTo, text))
                    root.writingTo = 0;
                else
                    sheet.problem = qsTr("Nobody is at that kiosk any more.");
            }
        }
    }
    Component {
        id: due

        Sheet {
            title: qsTr("To look at again")

            Words {
                Layout.fillWidth: true
                text: qsTr("Situations past their review, and services that nobody has checked for half a year.")
                color: Theme.colours.inkSoft
            }
            DeskButton {
                Layout.alignment: Qt.AlignRight
                symbol: "x"
                text: qsTr("Close the list")
                key: "Escape"
                onClicked: root.listing = false
            }
            FactList {
                Layout.fillWidth: true
                rows: root.view.due
            }
        }
    }
}
