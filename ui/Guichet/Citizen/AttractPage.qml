pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C1: language before anything, both greeted alike.
Item {
    id: root

    required property KioskViewModel kiosk

    readonly property bool wide: Theme.landscape
    // The lower half of the screen has no room for the picture; it stands above.
    readonly property bool low: root.height < Theme.mm(root.wide ? 160 : 300)

    Landscape {
        id: art

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        // Large names of the centre take more sky.
        skyline: root.wide ? 0.06 * Theme.letters : Theme.letters === 1 ? -0.17 : 0
        height: root.low ? 0 : root.wide ? root.height * (0.46 - 0.09 * Theme.letters) : root.height * (Theme.letters === 2 ? 0.28 : 0.36)
    }
    Grid {
        id: name

        x: Theme.margin
        y: root.low ? Theme.gap : Theme.mm(root.wide ? 8 : 14)
        columns: root.wide ? 2 : 1
        rowSpacing: Theme.gapTiny
        columnSpacing: Theme.gapHuge
        verticalItemAlignment: Grid.AlignVCenter

        Wordmark {
            size: Theme.mm(15)
        }
        Column {
            Repeater {
                model: root.low || Theme.letters === 2 ? [] : root.kiosk.centreNames

                Words {
                    required property string modelData

                    text: modelData
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                }
            }
        }
    }
    GridLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: root.low ? name.bottom : art.bottom
        anchors.bottom: parent.bottom
        anchors.margins: Theme.margin
        anchors.topMargin: root.low ? Theme.gap : Theme.gapHuge
        anchors.bottomMargin: root.low ? Theme.gap : Theme.gapHuge
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.gapHuge
        rowSpacing: Theme.gapWide

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gapWide

            Words {
                Layout.fillWidth: true
                heading: true
                text: "Find the service you need."
                font.pixelSize: root.low ? Theme.mm(13) : root.wide ? Theme.mm(17) : Theme.display
                font.weight: Font.Bold
                font.letterSpacing: -Theme.mm(0.25)
                lineHeight: 0.82
            }
            Words {
                Layout.fillWidth: true
                heading: true
                text: "Trouvez le service qu’il vous faut."
                color: Theme.colours.action
                font.pixelSize: root.low ? Theme.mm(13) : root.wide ? Theme.mm(17) : Theme.display
                font.weight: Font.Bold
                font.letterSpacing: -Theme.mm(0.25)
                lineHeight: 0.82
            }
            ColumnLayout {
                Layout.fillWidth: true
                visible: !root.low || !root.wide || Theme.letters === 0
                spacing: 0

                Words {
                    Layout.fillWidth: true
                    text: "Free. Private. No account."
                    color: Theme.colours.inkSoft
                }
                Words {
                    Layout.fillWidth: true
                    text: "Gratuit. Confidentiel. Sans compte."
                    color: Theme.colours.action
                }
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !root.wide
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: 10
            Layout.alignment: root.wide ? Qt.AlignVCenter : Qt.AlignBottom
            spacing: Theme.gapWide

            Repeater {
                model: root.kiosk.languages

                LipButton {
                    id: key

                    required property int index
                    required property string modelData

                    Layout.fillWidth: true
                    Layout.preferredWidth: 10
                    Layout.fillHeight: true
                    least: Theme.mm(38)
                    text: root.kiosk.languageNames[key.index]
                    ground: Theme.colours.action
                    groundPressed: Theme.colours.actionPressed
                    lipColour: Theme.colours.actionLip
                    edgeColour: Theme.colours.action
                    focus: key.index === 0
                    onClicked: root.kiosk.speak(key.modelData)

                    contentItem: ColumnLayout {
                        spacing: 0

                        Item {
                            Layout.fillHeight: true
                        }
                        Words {
                            Layout.fillWidth: true
                            text: key.text
                            color: Theme.colours.actionInk
                            font.pixelSize: Theme.mm(Theme.letters === 2 ? 18 : 12.5)
                            font.weight: Font.Bold
                            horizontalAlignment: Text.AlignHCenter
                            Accessible.ignored: true
                        }
                        Words {
                            Layout.fillWidth: true
                            visible: !root.low || Theme.letters < 2
                            text: key.modelData === "fr" ? "Touchez pour commencer" : "Touch to start"
                            color: Theme.colours.actionInk
                            font.pixelSize: Theme.meta
                            horizontalAlignment: Text.AlignHCenter
                            Accessible.ignored: true
                        }
                        Item {
                            Layout.fillHeight: true
                        }
                    }
                }
            }
        }
    }
}
