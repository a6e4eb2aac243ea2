pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C11: how to reach a person, and every setting of screen and voice.
Item {
    id: root

    required property HelpViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters === 0 && !Theme.steady && !Theme.shallow
    property bool explained: false

    // Where the settings were asked for, they stand first, for the eye and for the keys.
    function beginWhereAsked() {
        if (root.view.section !== "settings")
            return;
        const byKeys = root.Window.activeFocusItem as T.AbstractButton;
        if (!root.wide)
            scroller.begin(heading);
        if (byKeys !== null && byKeys.visualFocus)
            heading.nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason);
    }

    component Close: ActionButton {
        least: Theme.target
        quiet: true
        symbol: "x"
        text: qsTr("Close")
        onClicked: root.view.close()
    }
    component Passing: Words {
        Layout.fillWidth: true
        Layout.topMargin: Theme.gapTiny
        text: qsTr("These settings go when you leave.")
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        horizontalAlignment: root.wide ? Text.AlignLeft : Text.AlignHCenter
    }

    // WORKAROUND Qt 6.11: Qt.callLater would call a page that has been taken away meanwhile.
    Timer {
        running: true
        interval: 0
        onTriggered: root.beginWhereAsked()
    }

    Scroller {
        id: scroller

        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap

        GridLayout {
            Layout.fillWidth: true
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 34
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Words {
                        Layout.fillWidth: true
                        heading: true
                        text: qsTr("Help and access")
                        font.pixelSize: Theme.title
                        font.weight: Font.Bold
                    }
                    Close {
                        visible: !root.wide
                    }
                }
                PersonCard {
                    Layout.fillWidth: true
                    view: root.view.person
                }
                ActionButton {
                    Layout.fillWidth: true
                    least: Theme.target
                    quiet: true
                    symbol: root.explained ? "chevron-up" : "help-circle"
                    text: qsTr("How this screen works")
                    Accessible.description: root.explained ? qsTr("Shown below") : qsTr("Shows more below")
                    onClicked: root.explained = !root.explained
                }
                Words {
                    Layout.fillWidth: true
                    visible: root.explained
                    text: qsTr("Touch what fits you. You can say “I’m not sure”. “Back” goes back one step, “Start over” erases everything.")
                }
                Words {
                    Layout.fillWidth: true
                    visible: root.explained
                    text: qsTr("No name, no number, no account. What you touch is erased when you finish.")
                }
                Passing {
                    visible: root.wide
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 66
                Layout.alignment: Qt.AlignTop
                spacing: Theme.gap

                RowLayout {
                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Words {
                        id: heading

                        Layout.fillWidth: true
                        heading: true
                        text: qsTr("Settings of this screen")
                        font.pixelSize: Theme.section
                        font.weight: Font.Bold
                    }
                    Close {
                        visible: root.wide
                    }
                }
                Settings {
                    Layout.fillWidth: true
                    columns: root.wide ? 2 : 1
                    comfort: root.view.comfort
                }
                Passing {
                    visible: !root.wide
                }
            }
        }
    }
}
