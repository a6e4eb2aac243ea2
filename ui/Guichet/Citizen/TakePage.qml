pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// C8: how to take the plan away, beside the slip itself. Nothing prints before Print is touched.
Item {
    id: root

    required property TakeViewModel view

    readonly property bool roomy: Theme.letters === 0
    readonly property bool wide: Theme.landscape && Theme.letters < 2
    // Where the settings stand beside the choices, the last choice stands above them.
    readonly property bool beside: root.wide && root.roomy && !root.tight
    // A page too low for the picture beside the choices has it after them.
    readonly property bool low: root.height < Theme.mm(230) && !Theme.landscape
    // A page lower still has nothing that stays in place.
    readonly property bool tight: root.height < Theme.mm(170)

    component Choice: RowButton {
        leads: false
        Layout.minimumHeight: root.roomy && !Theme.landscape ? Theme.mm(32) : 0
    }
    component Read: Choice {
        symbol: "headphones"
        text: qsTr("Read my slip")
        detail: qsTr("Here on the screen, or aloud")
        enabled: root.view.problem === "" || root.view.pages > 0
        leads: true
        onClicked: root.view.readSlip()
    }
    component Ways: ColumnLayout {
        spacing: Theme.gap

        Choice {
            Layout.fillWidth: true
            symbol: "receipt"
            text: qsTr("Paper slip")
            detail: root.view.hasPrinter ? root.view.slipDetail : qsTr("No printer here")
            enabled: root.view.hasPrinter
            chosen: root.view.hasPrinter && !root.view.large
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: root.view.chooseLarge(false)
        }
        Choice {
            Layout.fillWidth: true
            symbol: "file-text"
            text: qsTr("Big letters")
            detail: root.view.hasPrinter ? root.view.largeDetail : qsTr("No printer here")
            enabled: root.view.hasPrinter
            chosen: root.view.hasPrinter && root.view.large
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: root.view.chooseLarge(true)
        }
        Choice {
            Layout.fillWidth: true
            symbol: "qrcode"
            text: qsTr("On my phone")
            detail: root.view.problem === "" ? qsTr("Take a picture of a code") : qsTr("There is no code today")
            enabled: root.view.problem === ""
            leads: root.view.problem === ""
            onClicked: root.view.showCode()
        }
        Read {
            Layout.fillWidth: true
            visible: !root.beside
        }
        Choice {
            Layout.fillWidth: true
            symbol: "check"
            text: qsTr("Nothing, I will remember")
            leads: true
            onClicked: root.view.takeNothing()
        }
    }
    component Privacy: NoteBox {
        symbol: "shield"
        title: qsTr("Nobody’s name is on it")
        text: qsTr("It holds your steps, with places, dates and papers. It does not hold your name, your answers or the reason.")
    }
    component Setting: ColumnLayout {
        id: setting

        required property string label
        required property list<string> choices
        required property int current

        signal chosen(index: int)

        spacing: Theme.gapTiny
        visible: setting.choices.length > 0

        Words {
            Layout.fillWidth: true
            text: setting.label
            font.weight: Font.DemiBold
        }
        ChoiceBar {
            Layout.fillWidth: true
            columns: Theme.narrow && Theme.letters === 2 ? 1 : choices.length
            choices: setting.choices
            names: setting.choices.map(choice => setting.label + ": " + choice)
            current: setting.current
            onChosen: index => setting.chosen(index)
        }
    }
    component Settings: ColumnLayout {
        spacing: Theme.gapWide

        Read {
            Layout.fillWidth: true
            visible: root.beside
        }
        Setting {
            Layout.fillWidth: true
            label: qsTr("Print in")
            choices: root.view.languageNames
            current: root.view.language
            onChosen: index => root.view.chooseLanguage(index)
        }
        Setting {
            Layout.fillWidth: true
            label: qsTr("Cover")
            choices: root.view.coverNames
            current: root.view.cover
            onChosen: index => root.view.chooseCover(index)
        }
        Words {
            Layout.fillWidth: true
            visible: text !== ""
            text: root.view.coverNote
            color: Theme.colours.inkSoft
        }
    }
    component Title: Words {
        heading: true
        text: qsTr("How do you want your plan?")
        font.pixelSize: Theme.title
        font.weight: Font.Bold
    }
    component Preview: SlipPreview {
        title: qsTr("Your slip will look like this")
        waiting: qsTr("One moment…")
        pages: root.view.pages
        version: root.view.version
        proportion: root.view.proportion
    }
    component News: RowLayout {
        id: news
        readonly property color tone: root.view.newsTone === "good" ? Theme.colours.success : root.view.newsTone === "bad" ? Theme.colours.danger : root.view.newsTone === "warn" ? Theme.colours.warning : Theme.colours.inkSoft

        spacing: Theme.gap

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: root.view.newsSymbol
            colour: news.tone
            size: Theme.iconSmall
        }
        Words {
            readonly property bool live: true

            Layout.fillWidth: true
            textFormat: Text.StyledText
            text: "<b>" + root.view.newsStrong + "</b> " + root.view.newsText
            color: Theme.colours.ink
            font.pixelSize: Theme.meta
            Accessible.name: root.view.newsStrong + " " + root.view.newsText
        }
    }
    component PrintKey: ActionButton {
        // The key 0 of a keypad stands for it.
        readonly property bool zero: true

        visible: root.view.hasPrinter
        symbol: "printer"
        text: qsTr("Print my slip")
        enabled: root.view.canPrint
        font.pixelSize: Theme.first
        onClicked: root.view.print()
    }

    Loader {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gap
        sourceComponent: root.view.showingWords ? words : root.view.showingCode ? code : root.tight ? allMoves : root.wide ? sideBySide : oneColumn
    }
    Component {
        id: code

        TakeCode {
            view: root.view
        }
    }
    Component {
        id: words

        TakeWords {
            view: root.view
        }
    }
    Component {
        id: oneColumn

        ColumnLayout {
            spacing: Theme.gap

            Title {
                Layout.fillWidth: true
            }
            Loader {
                Layout.fillWidth: true
                Layout.fillHeight: true
                sourceComponent: root.roomy && !root.low && !Theme.narrow ? besides : stacked
            }
            News {
                Layout.fillWidth: true
            }
            PrintKey {
                Layout.fillWidth: true
            }
        }
    }
    Component {
        id: besides

        ColumnLayout {
            spacing: Theme.gapWide

            RowLayout {
                Layout.fillWidth: true
                Layout.fillHeight: true
                spacing: Theme.gapLarge

                // What the words of a language leave no room for is scrolled.
                Item {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 56
                    Layout.fillHeight: true

                    Scroller {
                        anchors.fill: parent
                        fills: true
                        spacingInside: Theme.gapLarge

                        Ways {
                            Layout.fillWidth: true
                        }
                        Item {
                            Layout.fillWidth: true
                            Layout.fillHeight: true
                            clip: true

                            Privacy {
                                width: parent.width
                                visible: implicitHeight <= parent.height
                            }
                        }
                        Settings {
                            Layout.fillWidth: true
                        }
                    }
                }
                Preview {
                    Layout.fillWidth: true
                    Layout.preferredWidth: 48
                    Layout.fillHeight: true
                    Layout.topMargin: Theme.gapTiny
                }
            }
        }
    }
    Component {
        id: stacked

        Item {
            Scroller {
                anchors.fill: parent
                spacingInside: Theme.gapWide

                Ways {
                    Layout.fillWidth: true
                }
                Settings {
                    Layout.fillWidth: true
                }
                Preview {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.mm(160)
                }
            }
        }
    }
    Component {
        id: allMoves

        Item {
            Scroller {
                anchors.fill: parent
                spacingInside: Theme.gapWide

                Title {
                    Layout.fillWidth: true
                }
                Ways {
                    Layout.fillWidth: true
                }
                News {
                    Layout.fillWidth: true
                }
                PrintKey {
                    Layout.fillWidth: true
                }
                Settings {
                    Layout.fillWidth: true
                }
                Preview {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.mm(160)
                }
            }
        }
    }
    Component {
        id: sideBySide

        RowLayout {
            spacing: Theme.gapHuge

            ColumnLayout {
                Layout.fillWidth: true
                Layout.preferredWidth: 66
                Layout.fillHeight: true
                spacing: Theme.gap

                Title {
                    Layout.fillWidth: true
                }
                // The column is not in the layout: the height it gives its rows must not change the height it is given.
                Item {
                    Layout.fillWidth: true
                    Layout.fillHeight: true

                    Scroller {
                        anchors.fill: parent

                        GridLayout {
                            Layout.fillWidth: true
                            columns: root.roomy ? 2 : 1
                            columnSpacing: Theme.gapHuge
                            rowSpacing: Theme.gapWide

                            Ways {
                                Layout.fillWidth: true
                                Layout.preferredWidth: 11
                                Layout.alignment: Qt.AlignTop
                            }
                            Settings {
                                Layout.fillWidth: true
                                Layout.preferredWidth: 10
                                Layout.alignment: Qt.AlignTop
                            }
                        }
                    }
                }
                News {
                    Layout.fillWidth: true
                }
                PrintKey {
                    Layout.fillWidth: true
                }
            }
            Preview {
                Layout.fillWidth: true
                Layout.preferredWidth: 26
                Layout.fillHeight: true
            }
        }
    }
}
