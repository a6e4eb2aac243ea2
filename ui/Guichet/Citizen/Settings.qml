pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// Every setting of screen and voice. Each takes effect as it is touched.
GridLayout {
    id: root

    required property ComfortViewModel comfort

    readonly property bool stacked: Theme.letters > 0 || root.columns > 1 || Theme.narrow
    readonly property list<string> palettes: ["light", "dark", "cream", "contrast-dark", "contrast-light"]
    readonly property list<string> paces: ["slow", "normal", "fast"]

    columnSpacing: Theme.gapHuge
    rowSpacing: root.columns > 1 ? Theme.gapTiny : root.stacked ? Theme.gap : Theme.mm(3)
    uniformCellWidths: true

    component Setting: SettingRow {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        stacked: root.stacked
    }

    Setting {
        symbol: "text-size"
        label: qsTr("Letters")
        choices: ["A", "A+", "A++"]
        sizes: [Theme.mm(9.5), Theme.mm(11.4), Theme.mm(13.3)]
        current: root.comfort.letters
        onChosen: index => root.comfort.setLetters(index)
    }
    Setting {
        visible: !root.comfort.mute
        symbol: "volume"
        label: qsTr("Sound")
        choices: []
        current: 0

        ActionButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.target
            least: Theme.target
            quiet: true
            symbol: "minus"
            enabled: root.comfort.volume > 1
            Accessible.name: qsTr("Quieter")
            onClicked: root.comfort.quieter()
        }
        Words {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.target
            // Note: how loud the voice is, of 8 steps
            text: qsTr("%1 of %2").arg(root.comfort.volume).arg(root.comfort.loudest)
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.target
            least: Theme.target
            quiet: true
            symbol: "plus"
            enabled: root.comfort.volume < root.comfort.loudest
            Accessible.name: qsTr("Louder")
            onClicked: root.comfort.louder()
        }
    }
    Setting {
        Layout.columnSpan: root.columns
        symbol: "contrast-2"
        label: qsTr("Colours")
        lines: root.columns > 1 ? 5 : Theme.letters > 0 ? 2 : 3
        choices: [qsTr("Light"), qsTr("Dark"), qsTr("Cream"), qsTr("Yellow on black"), qsTr("Black on white")]
        samples: root.palettes
        current: root.palettes.indexOf(root.comfort.palette)
        onChosen: index => root.comfort.setPalette(root.palettes[index])
    }
    Setting {
        visible: !root.comfort.mute
        symbol: "player-play"
        label: qsTr("Voice")
        choices: [qsTr("Slow", "voice"), qsTr("Normal", "voice"), qsTr("Fast", "voice")]
        current: root.paces.indexOf(root.comfort.pace)
        onChosen: index => root.comfort.setPace(root.paces[index])
    }
    Setting {
        symbol: "hand-finger"
        label: qsTr("Touch")
        choices: [qsTr("Normal", "touch"), qsTr("Steady, larger")]
        current: root.comfort.steady ? 1 : 0
        onChosen: index => root.comfort.setSteady(index === 1)
    }
    Setting {
        symbol: "arrow-bar-to-down"
        label: qsTr("Height")
        choices: [qsTr("Normal", "height"), qsTr("Lower")]
        current: root.comfort.lower ? 1 : 0
        onChosen: index => root.comfort.setLower(index === 1)
    }
    Setting {
        symbol: "hourglass"
        label: qsTr("Time")
        choices: [qsTr("Normal", "time"), qsTr("3 times more")]
        current: root.comfort.moreTime ? 1 : 0
        onChosen: index => root.comfort.setMoreTime(index === 1)
    }
    Setting {
        symbol: "wave-sine"
        label: qsTr("Movement")
        choices: [qsTr("Yes", "movement"), qsTr("Stopped")]
        current: root.comfort.motion ? 0 : 1
        onChosen: index => root.comfort.setMotion(index === 0)
    }
    Setting {
        visible: !root.comfort.mute
        symbol: "eye-off"
        label: qsTr("Screen")
        choices: [qsTr("Visible"), qsTr("Black, sound only")]
        current: root.comfort.blank ? 1 : 0
        onChosen: index => root.comfort.setBlank(index === 1)
    }
}
