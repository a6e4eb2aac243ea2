pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C1: language before anything; French and English alike, the others below in their own names.
Item {
    id: root

    required property GreetingViewModel view

    readonly property bool wide: Theme.landscape
    // The lower half of the screen has no room for the picture; it stands above.
    readonly property bool low: root.height < Theme.mm(root.wide ? 160 : 300)
    // Large letters and more languages than two leave the lower half no room for anything else.
    readonly property bool tight: root.low && Theme.letters > 0 && root.view.others.length > 0
    // Height that the other languages take from the picture, upright and in large letters.
    readonly property int beside: Theme.letters === 0 || root.view.others.length === 0 ? 0 : Theme.mm(Theme.letters === 1 ? 22 : 46)
    // Whether the languages behind "Other languages" are shown.
    property bool opened: false

    function inkOf(language: string): color {
        return language === root.view.greetings[0] ? Theme.colours.ink : Theme.colours.action;
    }

    Landscape {
        id: art

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        // Large names of the centre take more sky.
        skyline: root.wide ? 0.06 * Theme.letters : Theme.letters === 1 ? -0.17 : 0
        height: root.low ? 0 : root.wide ? root.height * (0.46 - 0.09 * Theme.letters) : root.height * (Theme.letters === 2 ? 0.28 : 0.36) - root.beside
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
                model: root.low || Theme.letters === 2 ? [] : root.view.centreNames

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

            Repeater {
                model: root.view.greetings

                Words {
                    required property string modelData

                    Layout.fillWidth: true
                    heading: true
                    text: modelData === "fr" ? "Trouvez le service qu’il vous faut." : "Find the service you need."
                    spokenLanguage: modelData
                    color: root.inkOf(modelData)
                    font.pixelSize: root.low ? Theme.mm(13) : root.wide ? Theme.mm(17) : Theme.display
                    font.weight: Font.Bold
                    font.letterSpacing: -Theme.mm(0.25)
                    lineHeight: 0.82
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                visible: !root.tight && (!root.low || !root.wide || Theme.letters === 0)
                spacing: 0

                Repeater {
                    model: root.view.greetings

                    Words {
                        required property string modelData

                        Layout.fillWidth: true
                        text: modelData === "fr" ? "Gratuit. Confidentiel. Sans compte." : "Free. Private. No account."
                        spokenLanguage: modelData
                        color: modelData === root.view.greetings[0] ? Theme.colours.inkSoft : Theme.colours.action
                    }
                }
            }
        }
        Item {
            Layout.fillHeight: true
            visible: !root.wide
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: 10
            Layout.alignment: root.wide ? Qt.AlignVCenter : Qt.AlignBottom
            spacing: Theme.gapWide

            RowLayout {
                spacing: Theme.gapWide

                Repeater {
                    model: root.view.greetings

                    LipButton {
                        id: key

                        required property int index
                        required property string modelData

                        readonly property string spokenLanguage: key.modelData

                        Layout.fillWidth: true
                        Layout.preferredWidth: 10
                        Layout.fillHeight: true
                        least: root.tight ? Theme.primary : Theme.mm(38)
                        text: root.view.greetingNames[key.index]
                        ground: Theme.colours.action
                        groundPressed: Theme.colours.actionPressed
                        lipColour: Theme.colours.actionLip
                        edgeColour: Theme.colours.action
                        focus: key.index === 0
                        Accessible.name: start.visible ? key.text + ". " + start.text : key.text
                        onClicked: root.view.choose(key.modelData)

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
                                id: start

                                Layout.fillWidth: true
                                visible: !root.tight && (Theme.letters < 2 || !root.low && root.beside === 0)
                                text: root.view.greetingStarts[key.index]
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
            // Under Québec's Charter French stands alone; every other language is one touch further.
            LipButton {
                id: more

                readonly property list<string> spokenLanguages: ["fr", "en"]
                readonly property bool folded: root.view.greetings.length === 1 && root.view.others.length > 1

                Layout.fillWidth: true
                visible: more.folded && !root.opened
                text: "Autres langues · Other languages"
                font.pixelSize: Theme.meta
                font.weight: Font.DemiBold
                onClicked: root.opened = true

                contentItem: Words {
                    text: more.text
                    font: more.font
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
            }
            GridLayout {
                Layout.fillWidth: true
                visible: root.view.others.length > 0 && !more.visible
                columns: Math.min(root.tight ? 3 : 4 - Theme.letters, root.view.others.length)
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    model: root.view.others

                    LipButton {
                        id: other

                        required property int index
                        required property string modelData

                        readonly property string spokenLanguage: other.modelData

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        leftPadding: Theme.gapTiny
                        rightPadding: Theme.gapTiny
                        text: root.view.otherNames[other.index]
                        least: root.low ? Theme.target : Theme.row
                        font.pixelSize: Theme.letters === 0 ? Theme.answer : root.tight ? Theme.mm(10.3) : Theme.meta
                        font.weight: Font.DemiBold
                        onClicked: root.view.choose(other.modelData)

                        contentItem: Words {
                            text: other.text
                            font: other.font
                            horizontalAlignment: Text.AlignHCenter
                            verticalAlignment: Text.AlignVCenter
                            Accessible.ignored: true
                        }
                    }
                }
            }
        }
    }
}
