pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// One day as a bar: its opening, and where the moment is on it. The words beside it say the same.
Item {
    id: root

    required property Rows spans
    required property Rows ticks
    required property real now
    required property string nowLabel
    required property string spoken

    readonly property int flag: bubble.implicitHeight + Theme.gapTiny
    readonly property int track: Math.max(Theme.mm(10), widest.implicitHeight)
    // Room for half a label at either end.
    readonly property int inset: Theme.mm(Theme.letters === 0 ? 8 : 14)
    readonly property real length: root.width - root.inset * 2
    // Large letters leave room for every second or third hour only.
    readonly property int every: root.length / Math.max(1, hours.count - 1) > widest.implicitWidth * 1.15 ? 1 : root.length / Math.max(1, hours.count - 1) * 2 > widest.implicitWidth * 1.15 ? 2 : 4

    implicitHeight: root.flag + root.track + Theme.gapTiny + widest.implicitHeight

    Accessible.role: Accessible.Graphic
    Accessible.name: root.spoken

    component Label: Words {
        wrapMode: Text.NoWrap
        color: Theme.colours.inkSoft
        font.pixelSize: Theme.meta
        Accessible.ignored: true
    }

    Label {
        id: widest

        visible: false
        text: "00:00 p.m."
    }
    Rectangle {
        x: root.inset
        y: root.flag
        width: root.length
        height: root.track
        radius: Theme.mm(2)
        color: Theme.colours.sunk
        border.width: Theme.hair
        border.color: Theme.colours.hairline
    }
    Label {
        visible: open.count === 0
        x: root.inset + (root.length - width) / 2
        y: root.flag + (root.track - height) / 2
        height: root.track
        verticalAlignment: Text.AlignVCenter
        text: qsTr("Closed", "a place, all day")
    }
    Repeater {
        id: open

        model: root.spans

        Rectangle {
            required property real start
            required property real end

            x: root.inset + root.length * start
            y: root.flag
            width: root.length * (end - start)
            height: root.track
            radius: Theme.mm(2)
            color: Theme.colours.success
        }
    }
    Repeater {
        id: hours

        model: root.ticks

        Label {
            required property int index
            required property real place
            required property string label

            visible: index % root.every === 0
            x: root.inset + root.length * place - implicitWidth / 2
            y: root.flag + root.track + Theme.gapTiny
            text: label
        }
    }
    Rectangle {
        visible: root.now >= 0
        x: root.inset + root.length * root.now - width / 2
        y: bubble.height - Theme.hair
        width: Theme.mm(1.2)
        height: root.track + Theme.gapTiny * 2
        radius: width / 2
        color: Theme.colours.ink
    }
    Rectangle {
        id: bubble

        visible: root.now >= 0
        x: Math.max(0, Math.min(root.width - width, root.inset + root.length * root.now - width / 2))
        implicitWidth: moment.implicitWidth + Theme.gapTiny * 2
        implicitHeight: moment.implicitHeight + Theme.mm(1)
        radius: Theme.mm(1.6)
        color: Theme.colours.ink

        Label {
            id: moment

            anchors.centerIn: parent
            text: root.nowLabel
            color: Theme.colours.paper
            font.weight: Font.Bold
        }
    }
}
