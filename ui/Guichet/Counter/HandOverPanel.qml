pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// How the plan leaves: on paper, on the person's telephone, on a kiosk, read aloud, or with 211 on the line.
ColumnLayout {
    id: root

    required property WalkInViewModel view

    readonly property HandingOver handing: root.view.handing
    readonly property OnKioskViewModel onKiosk: root.view.onKiosk
    readonly property ReadingAloudViewModel aloud: root.view.aloud

    // Too narrow for an icon beside each word.
    readonly property bool tight: root.width < Theme.mm(220)

    spacing: Theme.gap

    component Way: DeskButton {
        property string sign: ""

        Layout.fillWidth: true
        symbol: root.tight ? "" : sign
        leftPadding: root.tight ? Theme.gap : Theme.gapWide
        rightPadding: leftPadding
        enabled: root.handing.possible
    }
    component News: RowLayout {
        id: news

        property string words: ""
        property string tone: "calm"
        property string symbol: "device-desktop"

        readonly property color inkColour: news.tone === "good" ? Theme.colours.success : news.tone === "warn" ? Theme.colours.warning : news.tone === "bad" ? Theme.colours.danger : Theme.colours.inkSoft

        visible: news.words !== ""
        spacing: Theme.gap

        Symbol {
            name: news.symbol
            colour: news.inkColour
            size: Theme.iconSmall * 1.2
        }
        Words {
            Layout.fillWidth: true
            text: news.words
            color: news.inkColour
            font.pixelSize: Theme.meta * 1.05
            font.weight: Font.DemiBold
        }
    }

    News {
        Layout.fillWidth: true
        words: root.handing.news
        tone: root.handing.newsTone
        symbol: root.handing.newsSymbol
    }
    News {
        Layout.fillWidth: true
        words: root.onKiosk.news
        tone: root.onKiosk.newsTone
    }
    News {
        Layout.fillWidth: true
        words: root.aloud.mute ? qsTr("Nothing can be heard on this machine.") : ""
        tone: "warn"
        symbol: "volume"
    }
    DeskButton {
        Layout.fillWidth: true
        large: true
        main: true
        symbol: root.handing.hasPrinter ? "printer" : "qrcode"
        key: "F9"
        text: root.handing.hasPrinter ? root.handing.printWords : qsTr("Show the code")
        enabled: root.handing.possible
        onClicked: root.handing.hasPrinter ? root.handing.print() : root.handing.showCode()
    }
    GridLayout {
        Layout.fillWidth: true
        columns: 2
        columnSpacing: Theme.gap
        rowSpacing: Theme.gap
        uniformCellWidths: true

        Way {
            sign: "qrcode"
            key: "Alt+Q"
            text: qsTr("Code to phone")
            onClicked: root.handing.showCode()
        }
        Way {
            visible: root.onKiosk.free > 0
            sign: "device-desktop"
            key: "Alt+K"
            text: qsTr("Show on kiosk %1").arg(root.onKiosk.free)
            onClicked: root.onKiosk.show()
        }
        Way {
            sign: root.aloud.reading ? "player-pause" : "volume"
            key: "Alt+R"
            text: root.aloud.reading ? qsTr("Stop reading") : qsTr("Read aloud")
            onClicked: root.aloud.toggle()
        }
        Way {
            sign: "phone-call"
            key: "Alt+C"
            text: qsTr("Call 211 together")
            enabled: true
            onClicked: root.view.together.begin()
        }
        Way {
            sign: "arrows-exchange"
            key: "Alt+S"
            text: qsTr("Hand-offs")
            onClicked: root.view.seamsWanted()
        }
        Way {
            sign: "folder"
            key: "Alt+O"
            text: qsTr("Open as a case")
            onClicked: root.view.openCase()
        }
        Way {
            Layout.columnSpan: root.onKiosk.free > 0 ? 2 : 1
            sign: root.handing.large ? "check" : "text-size"
            key: "Alt+G"
            text: qsTr("Large letters")
            ground: root.handing.large ? Theme.colours.tint : Theme.colours.card
            Accessible.role: Accessible.CheckBox
            Accessible.checkable: true
            Accessible.checked: root.handing.large
            onClicked: root.handing.chooseLarge(!root.handing.large)
        }
    }
}
