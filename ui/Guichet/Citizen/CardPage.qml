pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The small plain card, to look at before it is printed. Nothing here says why somebody wants one.
Item {
    id: root

    required property CardViewModel view

    readonly property bool wide: Theme.landscape && Theme.letters < 2 && root.height > Theme.mm(110)

    component Choices: ColumnLayout {
        spacing: Theme.gapWide

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("A small plain card")
            font.pixelSize: Theme.section
            font.weight: Font.Bold
        }
        Words {
            Layout.fillWidth: true
            text: qsTr("It fits in a pocket. Anyone may see it: it says nothing about you.")
        }
        ColumnLayout {
            Layout.fillWidth: true
            visible: root.view.languageNames.length > 0
            spacing: Theme.gapTiny

            Words {
                id: label

                Layout.fillWidth: true
                text: qsTr("Print in")
                font.weight: Font.DemiBold
            }
            ChoiceBar {
                Layout.fillWidth: true
                columns: Theme.letters > (Theme.narrow ? 1 : 0) && Theme.small ? 1 : choices.length
                choices: root.view.languageNames
                names: root.view.languageNames.map(choice => label.text + ": " + choice)
                current: root.view.language
                onChosen: index => root.view.chooseLanguage(index)
            }
        }
    }
    component Picture: SlipPreview {
        title: qsTr("Your card will look like this")
        waiting: qsTr("One moment…")
        pages: root.view.pages
        version: root.view.version
        proportion: root.view.proportion
    }
    component News: RowLayout {
        id: news

        readonly property color tone: root.view.newsTone === "good" ? Theme.colours.success : root.view.newsTone === "warn" ? Theme.colours.warning : Theme.colours.inkSoft

        spacing: Theme.gap

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: root.view.newsSymbol
            colour: news.tone
            size: Theme.iconSmall
        }
        Words {
            Layout.fillWidth: true
            text: root.view.newsText === "" ? root.view.newsStrong : root.view.newsStrong + " " + root.view.newsText
            font.pixelSize: Theme.meta
            Accessible.role: Accessible.AlertMessage
        }
    }
    component Ways: ColumnLayout {
        spacing: Theme.gap

        News {
            Layout.fillWidth: true
        }
        ActionButton {
            Layout.fillWidth: true
            visible: root.view.hasPrinter
            symbol: "printer"
            text: qsTr("Print this card")
            enabled: root.view.canPrint
            onClicked: root.view.print()
        }
        ActionButton {
            Layout.fillWidth: true
            quiet: true
            symbol: "arrow-back-up"
            text: qsTr("Back, without a card")
            onClicked: root.view.close()
        }
    }

    Scroller {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: Theme.gapWide
        fills: true

        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            columns: root.wide ? 2 : 1
            columnSpacing: Theme.gapHuge
            rowSpacing: Theme.gapWide
            uniformCellWidths: true

            ColumnLayout {
                Layout.fillWidth: true
                Layout.fillHeight: root.wide
                spacing: Theme.gapWide

                Choices {
                    Layout.fillWidth: true
                }
                Item {
                    Layout.fillHeight: root.wide
                    visible: root.wide
                }
                Ways {
                    Layout.fillWidth: true
                    visible: root.wide
                }
            }
            Picture {
                Layout.fillWidth: true
                Layout.fillHeight: root.wide
                Layout.preferredHeight: Math.max(Theme.mm(120), width * root.view.proportion + Theme.mm(root.wide ? 20 : 28))
            }
            Item {
                Layout.fillHeight: !root.wide
                visible: !root.wide
            }
            Ways {
                Layout.fillWidth: true
                visible: !root.wide
            }
        }
    }
}
