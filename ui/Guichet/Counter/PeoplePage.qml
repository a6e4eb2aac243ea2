pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Who works here at the left; at the right one of them, and what a supervisor can do for them.
DeskPage {
    id: root

    required property PeopleViewModel view

    title: qsTr("Staff")
    first: list
    asking: root.view.asks !== ""
    sheet: Component {
        PeopleSheet {
            view: root.view
        }
    }

    Connections {
        function onTold(text: string) {
            root.Accessible.announce(text, Accessible.Polite);
        }

        target: root.view
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge

        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            spacing: Theme.gap

            Panel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                inset: Theme.gapTiny

                PeopleList {
                    id: list

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    view: root.view
                }
            }
            DeskButton {
                Layout.fillWidth: true
                main: true
                large: true
                symbol: "user-plus"
                text: qsTr("Add somebody")
                key: "F9"
                onClicked: root.view.ask("adding")
            }
        }
        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            title: root.view.name
            symbol: "user"
            aside: [
                Chip {
                    text: root.view.role
                },
                Item {
                    Layout.fillWidth: true
                }
            ]

            DeskScroll {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gapWide

                    Rectangle {
                        Layout.fillWidth: true
                        implicitHeight: said.implicitHeight + Theme.gap * 2
                        visible: root.view.done !== ""
                        color: Theme.colours.successGround
                        radius: Theme.radius

                        Words {
                            id: said

                            anchors.left: parent.left
                            anchors.right: parent.right
                            anchors.margins: Theme.gapWide
                            anchors.verticalCenter: parent.verticalCenter
                            text: root.view.done
                            color: Theme.colours.success
                            font.weight: Font.DemiBold
                        }
                    }
                    Problem {
                        Layout.fillWidth: true
                        text: root.asking ? "" : root.view.problem
                    }
                    PersonFact {
                        Layout.fillWidth: true
                        symbol: root.view.locked ? "lock" : "key"
                        label: qsTr("PIN")
                        text: root.view.pin
                        urgent: root.view.locked
                    }
                    PersonFact {
                        Layout.fillWidth: true
                        symbol: "id-badge-2"
                        label: qsTr("Badge")
                        text: root.view.badge
                    }
                    PersonFact {
                        Layout.fillWidth: true
                        symbol: "folder"
                        label: qsTr("Opens cases")
                        text: root.view.cases
                    }
                    PersonFact {
                        Layout.fillWidth: true
                        symbol: "language"
                        label: qsTr("Language")
                        text: root.view.language
                    }
                    GridLayout {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.gap
                        columns: width > Theme.mm(220) ? 2 : 1
                        columnSpacing: Theme.gap
                        rowSpacing: Theme.gap
                        uniformCellWidths: true

                        DeskButton {
                            Layout.fillWidth: true
                            visible: root.view.locked
                            symbol: "lock-open"
                            text: qsTr("Unlock the PIN")
                            key: "U"
                            onClicked: root.view.unlock()
                        }
                        DeskButton {
                            Layout.fillWidth: true
                            symbol: "key"
                            text: qsTr("New PIN")
                            key: "P"
                            onClicked: root.view.ask("pin")
                        }
                        DeskButton {
                            Layout.fillWidth: true
                            symbol: "id-badge-2"
                            text: qsTr("New badge")
                            key: "B"
                            onClicked: root.view.ask("badge")
                        }
                        DeskButton {
                            Layout.fillWidth: true
                            visible: root.view.hasBadge
                            symbol: "circle-x"
                            text: qsTr("The badge is lost")
                            key: "L"
                            onClicked: root.view.takeBadgeAway()
                        }
                        DeskButton {
                            Layout.fillWidth: true
                            symbol: "edit"
                            text: qsTr("Name, role, language")
                            key: "N"
                            onClicked: root.view.ask("changing")
                        }
                        DeskButton {
                            Layout.fillWidth: true
                            symbol: "user-off"
                            text: qsTr("Does not work here any more")
                            key: "X"
                            onClicked: root.view.ask("retiring")
                        }
                    }
                    Words {
                        Layout.fillWidth: true
                        Layout.topMargin: Theme.gap
                        visible: lately.count > 0
                        heading: true
                        text: qsTr("Lately")
                        font.weight: Font.DemiBold
                    }
                    Repeater {
                        id: lately

                        model: root.view.lately

                        RowLayout {
                            id: line

                            required property string when
                            required property string words

                            Layout.fillWidth: true
                            spacing: Theme.gap

                            Words {
                                Layout.alignment: Qt.AlignTop
                                Layout.preferredWidth: Theme.mm(76)
                                text: line.when
                                color: Theme.colours.inkSoft
                                font.pixelSize: Theme.meta
                            }
                            Words {
                                Layout.fillWidth: true
                                text: line.words
                                font.pixelSize: Theme.meta
                            }
                        }
                    }
                }
            }
        }
    }
}
