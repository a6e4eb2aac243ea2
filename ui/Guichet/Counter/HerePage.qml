pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Services at the left; at the right what staff may do here about the one that is chosen, and what is done elsewhere.
DeskPage {
    id: root

    required property HereViewModel view

    title: qsTr("What we can do here")
    first: field
    beside: Component {
        RowLayout {
            Chip {
                text: root.view.spoken
                symbol: "language"
            }
            Item {
                Layout.fillWidth: true
            }
        }
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

            NoteBox {
                Layout.fillWidth: true
                visible: root.view.problem !== ""
                title: qsTr("A mistake in the centre’s own file")
                text: root.view.problem
                symbol: "alert-triangle"
            }
            GridLayout {
                Layout.fillWidth: true
                // Field and chip side by side where the field keeps room for what is typed.
                columns: width - only.implicitWidth > Theme.mm(110) ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap

                Field {
                    id: field

                    Layout.fillWidth: true
                    bare: true
                    label: qsTr("Find a service")
                    hint: root.view.count
                    symbol: "search"
                    text: root.view.query
                    onEdited: text => root.view.search(text)
                    Keys.onDownPressed: services.enter()
                }
                PickChip {
                    id: only

                    text: qsTr("Only what is given here")
                    key: "Ctrl+G"
                    checked: root.view.onlyHere
                    onToggled: root.view.showOnlyHere(checked)
                }
            }
            Panel {
                Layout.fillWidth: true
                Layout.fillHeight: true
                inset: Theme.gapTiny

                ServiceList {
                    id: services

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    view: root.view
                }
            }
        }
        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            title: root.view.name
            symbol: "building-community"

            DeskScroll {
                Layout.fillWidth: true
                Layout.fillHeight: true

                ColumnLayout {
                    width: parent.width
                    spacing: Theme.gap

                    Words {
                        Layout.fillWidth: true
                        text: root.view.structure
                        font.weight: Font.DemiBold
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== root.view.structure
                        text: root.view.organization
                        color: Theme.colours.inkSoft
                    }
                    StandsBox {
                        Layout.fillWidth: true
                        label: qsTr("From our counter")
                        text: root.view.notes
                        wanted: true
                    }
                    Flow {
                        Layout.fillWidth: true
                        visible: root.view.mandate !== "" || root.view.desk !== ""
                        spacing: Theme.gap

                        Chip {
                            text: root.view.desk
                            symbol: "map-pin"
                        }
                        Chip {
                            text: root.view.mandate
                            symbol: "certificate"
                            tone: "good"
                        }
                    }
                    ActList {
                        Layout.topMargin: Theme.gap
                        Layout.fillWidth: true
                        heading: qsTr("You can do here")
                        acts: root.view.acts
                    }
                    ActList {
                        Layout.topMargin: Theme.gap
                        Layout.fillWidth: true
                        heading: qsTr("Done elsewhere")
                        acts: root.view.elsewhere
                    }
                }
            }
        }
    }
}
