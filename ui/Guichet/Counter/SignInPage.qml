pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Who is at the desk? Nothing of anybody shows until somebody is known: only that a kiosk asks for help.
FocusScope {
    id: root

    required property DeskViewModel desk
    required property SignInViewModel view
    required property CallsViewModel calls

    readonly property bool calling: root.calls.stage === "waiting"

    Accessible.role: Accessible.Pane
    Accessible.name: qsTr("Sign in")

    function arrive() {
        const part = parts.item as SignInPart;
        if (part !== null)
            part.arrive();
    }

    Connections {
        target: root.calls

        function onArrived(words: string) {
            root.Accessible.announce(words, Accessible.Assertive);
        }
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.colours.sky
    }
    Landscape {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: Math.min(root.height * 0.42, root.width / 3)
    }
    RowLayout {
        id: header

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.gapLarge
        anchors.leftMargin: Theme.gapHuge
        anchors.rightMargin: Theme.gapHuge
        spacing: Theme.gapLarge

        Wordmark {
            size: Theme.mm(14)
        }
        Words {
            Layout.fillWidth: true
            text: root.desk.site
            color: Theme.colours.inkSoft
            font.weight: Font.Medium
        }
        DeskButton {
            visible: root.view.mayLeave
            symbol: "arrow-back-up"
            text: qsTr("Back to the kiosk")
            key: "F12"
            onClicked: root.view.leave()
        }
        ChoiceBar {
            Layout.preferredWidth: implicitWidth
            choices: root.desk.languages.map(code => code.toUpperCase())
            names: root.desk.languageNames
            languages: root.desk.languages
            current: root.desk.languages.indexOf(root.desk.language)
            onChosen: index => root.desk.speak(root.desk.languages[index])
        }
    }
    DeskScroll {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: header.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gapHuge
        anchors.topMargin: Theme.gapLarge

        ColumnLayout {
            width: parent.width
            spacing: Theme.gapLarge

            Rectangle {
                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: Theme.mm(560)
                Layout.fillWidth: true
                implicitHeight: notice.implicitHeight + Theme.gap * 2
                visible: root.calling
                color: Theme.colours.warningGround
                radius: Theme.radius
                border.width: Math.max(2, Theme.hair)
                border.color: Theme.colours.warning

                RowLayout {
                    id: notice

                    anchors.fill: parent
                    anchors.margins: Theme.gap
                    anchors.leftMargin: Theme.gapWide
                    spacing: Theme.gap

                    Symbol {
                        name: "bell"
                        colour: Theme.colours.warning
                    }
                    Words {
                        Layout.fillWidth: true
                        text: root.calls.words
                        color: Theme.colours.warning
                        font.weight: Font.DemiBold
                    }
                    Words {
                        text: qsTr("Waiting %1").arg(root.calls.waited)
                        color: Theme.colours.warning
                        font.weight: Font.DemiBold
                        wrapMode: Text.NoWrap
                    }
                }
            }
            Item {
                Layout.preferredHeight: Math.max(0, (root.height - Theme.mm(330)) * 0.35)
            }
            Loader {
                id: parts

                readonly property string asking: root.view.asking

                Layout.alignment: Qt.AlignHCenter
                Layout.maximumWidth: Theme.mm(root.view.asking === "name" || root.view.asking === "pin" ? 560 : 300)
                Layout.fillWidth: true
                sourceComponent: asking === "first" ? first : asking === "takingOver" ? takingOver : asking === "newPin" ? newPin : known
                onLoaded: root.arrive()

                Component {
                    id: known

                    SignInKnown {
                        view: root.view
                    }
                }
                Component {
                    id: first

                    SignInFirst {
                        view: root.view
                    }
                }
                Component {
                    id: newPin

                    SignInNewPin {
                        view: root.view
                    }
                }
                Component {
                    id: takingOver

                    SignInTakingOver {
                        view: root.view
                    }
                }
            }
        }
    }
}
