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
    readonly property bool low: Theme.lower || root.height < Theme.mm(root.wide ? 130 : 220)
    // Upright, and not much higher than wide, as a 15-inch panel of four to three.
    readonly property bool stout: !root.wide && root.height < Theme.mm(262)
    readonly property bool large: Theme.large && !root.low
    readonly property bool many: root.view.others.length > 0
    // Large letters and more languages than two leave the lower half no room for anything else; on a small panel either does.
    readonly property bool tight: root.low && (Theme.small ? Theme.letters > 0 || root.many : Theme.letters > 0 && root.many)
    readonly property bool named: !root.low && (Theme.small ? Theme.letters === 0 && (root.wide || !root.many) : Theme.letters < 2)
    readonly property bool promises: Theme.small ? !root.low && (Theme.letters === 0 || !root.wide && !(root.many && (root.stout || Theme.letters === 2))) : !root.tight && (!root.low || !root.wide || Theme.letters === 0)
    // How large it is written what there is here, and each language on its key.
    readonly property int greeting: root.low || root.wide && Theme.small ? Theme.mm(Theme.letters === 2 ? 14 : 13) : !root.wide ? Theme.display : Theme.mm(root.large ? 24 : 17)
    readonly property int languageName: Theme.letters === 2 ? Theme.mm(Theme.small ? 14 : 18) : Theme.mm(root.large ? 16 : 12.5)
    // Height that the other languages take from the picture, upright and in large letters.
    readonly property int beside: Theme.letters === 0 || !root.many ? 0 : Theme.mm(Theme.letters === 1 ? 22 : 46)
    // The picture has what the words and the keys leave, and never less sky than the name stands in.
    readonly property int wished: root.wide ? root.height * (0.46 - 0.09 * Theme.letters) : root.height * (Theme.letters === 2 ? 0.28 : 0.36) - root.beside
    readonly property int spare: root.height - body.implicitHeight - Theme.gapHuge * 2
    // Whether the languages behind "Other languages" are shown.
    property bool opened: false

    // The share of its sky that the picture leaves out; less than 0 where the names need more of it than there is.
    function skyline(): real {
        if (!Theme.small)
            return root.wide ? 0.06 * Theme.letters : Theme.letters === 1 ? -0.17 : 0;
        if (root.named)
            return root.wide ? -0.1 : -0.3;
        return root.wide ? 0.16 : -0.17;
    }

    function inkOf(language: string): color {
        return language === root.view.greetings[0] ? Theme.colours.ink : Theme.colours.action;
    }

    Landscape {
        id: art

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        // Large names of the centre take more sky.
        skyline: root.skyline()
        // Not a mere strip of it, with half a sun.
        opacity: art.height < name.y + name.height + Theme.mm(16) ? 0 : 1
        height: root.low ? 0 : Math.max(name.y + name.height + Theme.gapTiny, Math.min(root.wished, root.spare))
    }
    Grid {
        id: name

        x: Theme.margin
        y: root.low ? Theme.gap : Theme.mm(root.wide ? 8 : 14)
        columns: root.wide ? 2 : 1
        visible: !Theme.narrow || !root.tight
        rowSpacing: Theme.gapTiny
        columnSpacing: Theme.gapHuge
        verticalItemAlignment: Grid.AlignVCenter

        Wordmark {
            size: Theme.mm(15)
        }
        Column {
            Repeater {
                model: root.named ? root.view.centreNames : []

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
        id: body

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: !root.low ? art.bottom : root.wide || !name.visible ? parent.top : name.bottom
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
            Layout.topMargin: root.low && root.wide ? name.height + Theme.gap : 0
            spacing: root.tight ? Theme.gap : Theme.gapWide

            Repeater {
                model: root.view.greetings

                Words {
                    required property string modelData

                    Layout.fillWidth: true
                    heading: true
                    text: modelData === "fr" ? "Trouvez le service qu’il vous faut." : "Find the service you need."
                    spokenLanguage: modelData
                    color: root.inkOf(modelData)
                    font.pixelSize: root.greeting
                    font.weight: Font.Bold
                    font.letterSpacing: -Theme.mm(0.25)
                    lineHeight: 0.82
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                visible: root.promises
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
            spacing: root.tight ? Theme.gap : Theme.gapWide

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
                        least: root.tight ? Theme.primary : Theme.mm(root.large ? 50 : 38)
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
                                font.pixelSize: root.languageName
                                font.weight: Font.Bold
                                horizontalAlignment: Text.AlignHCenter
                                Accessible.ignored: true
                            }
                            Words {
                                id: start

                                Layout.fillWidth: true
                                visible: !root.tight && (Theme.letters < 2 || !root.low && root.beside === 0 && !Theme.small)
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
            Loader {
                id: more

                Layout.fillWidth: true
                active: root.view.greetings.length === 1 && root.view.others.length > 1
                visible: more.active && !root.opened
                sourceComponent: LipButton {
                    id: unfold

                    readonly property list<string> spokenLanguages: ["fr", "en"]

                    text: "Autres langues · Other languages"
                    font.pixelSize: Theme.meta
                    font.weight: Font.DemiBold
                    onClicked: root.opened = true

                    contentItem: Words {
                        text: unfold.text
                        font: unfold.font
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        Accessible.ignored: true
                    }
                }
            }
            GridLayout {
                Layout.fillWidth: true
                visible: root.many && !more.visible
                columns: Math.min(root.tight ? 3 : 4 - Theme.letters, root.view.others.length)
                columnSpacing: Theme.gap
                rowSpacing: Theme.gap
                uniformCellWidths: !Theme.small

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
