pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A day, chosen on the page of its month; the month is turned by two buttons.
ColumnLayout {
    id: root

    required property CalendarViewModel calendar
    required property string written

    // Large letters leave no room for the month between its two buttons.
    readonly property bool stacked: Theme.letters > 0 && !Theme.landscape
    // Where seven large targets find no room in a line, each day carries the name of its weekday.
    readonly property bool loose: Theme.narrow && Theme.steady

    signal done(written: string)

    spacing: Theme.gapTiny

    Words {
        Layout.fillWidth: true
        visible: root.stacked
        heading: true
        text: root.calendar.title
        font.pixelSize: Theme.section
        font.weight: Font.DemiBold
        horizontalAlignment: Text.AlignHCenter
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        ActionButton {
            Layout.fillWidth: root.stacked
            Layout.preferredWidth: root.stacked ? 10 : implicitWidth
            least: Theme.target
            quiet: true
            symbol: "chevron-left"
            text: qsTr("Earlier")
            onClicked: root.calendar.turn(-1)
        }
        Words {
            Layout.fillWidth: true
            visible: !root.stacked
            heading: true
            text: root.calendar.title
            font.pixelSize: Theme.section
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
        ActionButton {
            Layout.fillWidth: root.stacked
            Layout.preferredWidth: root.stacked ? 10 : implicitWidth
            least: Theme.target
            quiet: true
            symbol: "chevron-right"
            text: qsTr("Later")
            onClicked: root.calendar.turn(1)
        }
    }
    GridLayout {
        Layout.fillWidth: true
        columns: !root.loose ? 7 : Theme.letters === 2 ? 4 : 5
        columnSpacing: Theme.gapTiny
        rowSpacing: Theme.gapTiny
        uniformCellWidths: true

        Repeater {
            model: root.loose ? [] : root.calendar.weekdays

            Words {
                required property string modelData

                Layout.fillWidth: true
                text: modelData
                color: Theme.colours.inkSoft
                // One size and one line for all seven, the widest of them included.
                font.pixelSize: Math.min(Theme.meta, Theme.mm(Theme.narrow ? 7.4 : 10.4))
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.mm(6.8)
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                // Each day says its own.
                Accessible.ignored: true
            }
        }
        Repeater {
            model: root.calendar.days

            LipButton {
                id: day

                required property int index
                required property string iso
                required property string label
                required property string spoken
                required property bool isToday

                // Whoever listens begins at the day that stands, or today, and goes from day to day.
                readonly property bool landing: day.iso !== "" && (root.written === "" ? day.isToday : day.iso === root.written)
                readonly property bool aside: true

                Layout.fillWidth: true
                least: Theme.target
                leftPadding: 0
                rightPadding: 0
                opacity: day.iso === "" ? 0 : 1
                visible: day.iso !== "" || !root.loose
                enabled: day.iso !== ""
                text: root.loose ? root.calendar.weekdays[day.index % 7] + "\n" + day.label : day.label
                ground: day.iso === root.written ? Theme.colours.action : day.isToday ? Theme.colours.tint : Theme.colours.card
                Accessible.name: day.spoken
                Accessible.ignored: day.iso === ""
                onClicked: root.done(day.iso)

                contentItem: Text {
                    text: day.text
                    color: day.iso === root.written ? Theme.colours.actionInk : Theme.colours.ink
                    font.family: Theme.family
                    font.pixelSize: root.loose ? Theme.meta : Theme.type(9)
                    fontSizeMode: root.loose ? Text.HorizontalFit : Text.FixedSize
                    minimumPixelSize: Math.min(Theme.meta, Theme.mm(10.3))
                    font.weight: day.isToday ? Font.Bold : Font.DemiBold
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                }
            }
        }
    }
}
