pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The way to a place as a sketch: north is up, also where the page is mirrored. What it says is said in words beside it.
Rectangle {
    id: root

    required property WayMapViewModel map

    readonly property int letter: Theme.meta
    readonly property color ground: Theme.colours.sunk

    color: root.ground
    radius: Theme.radiusCard
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Accessible.role: Accessible.Graphic
    Accessible.name: root.map.spoken

    // Once the page has settled: what is drawn may not move it while it is laid out.
    onWidthChanged: settled.restart()
    onHeightChanged: settled.restart()
    onLetterChanged: settled.restart()
    Component.onCompleted: root.refit()

    function refit() {
        if (root.visible)
            root.map.fit(root.width, root.height, root.letter);
    }

    component Name: Words {
        color: Theme.colours.ink
        font.pixelSize: root.letter
        font.weight: Font.Medium
        wrapMode: Text.NoWrap
        lineHeight: 1
        style: Text.Outline
        styleColor: root.ground
        Accessible.ignored: true
    }

    // WORKAROUND Qt 6.11: Qt.callLater would call a page that has been taken away meanwhile.
    Timer {
        id: settled

        interval: 0
        onTriggered: root.refit()
    }
    Image {
        // Drawn again when the way, the size or the colours are others.
        readonly property list<color> inks: [root.ground, Theme.colours.water, Theme.colours.edge, Theme.colours.action, Theme.colours.first, Theme.colours.actionInk]

        width: root.map.width
        height: root.map.height
        source: root.map.width > 0 ? root.map.sketch(root.radius, Theme.hair * 0.5, inks) : ""
        cache: false
        Accessible.ignored: true
    }
    Repeater {
        model: root.map.marks

        Item {
            id: mark

            required property string kind
            required property string words
            required property real across
            required property real down
            required property real labelAcross
            required property real labelDown
            required property real labelWidth
            required property real labelHeight

            readonly property bool numbered: mark.kind === "step"
            readonly property bool dotted: mark.kind === "building" || mark.kind === "doubted" || mark.kind === "town"

            Rectangle {
                visible: mark.dotted
                x: mark.across - width / 2
                y: mark.down - height / 2
                width: root.letter * (mark.kind === "town" ? 0.4 : 0.55)
                height: width
                radius: width / 2
                color: mark.kind === "doubted" ? root.ground : Theme.colours.inkSoft
                border.width: Theme.hair
                border.color: Theme.colours.inkSoft
            }
            Rectangle {
                visible: mark.numbered
                x: mark.across - width / 2
                y: mark.down - height / 2
                width: root.letter * 1.5
                height: width
                radius: width / 2
                color: Theme.colours.card
                border.width: Theme.mm(0.8)
                border.color: Theme.colours.action

                Name {
                    anchors.centerIn: parent
                    text: mark.words
                    color: Theme.colours.action
                    font.weight: Font.Bold
                    style: Text.Normal
                }
            }
            Name {
                visible: !mark.numbered
                x: mark.labelAcross
                y: mark.labelDown
                width: mark.labelWidth
                height: mark.labelHeight
                text: mark.words
                font.italic: mark.kind === "water"
                font.weight: mark.kind === "town" ? Font.DemiBold : Font.Medium
                styleColor: mark.kind === "water" ? Theme.colours.water : root.ground
                horizontalAlignment: !mark.dotted ? Text.AlignHCenter : mark.labelAcross + mark.labelWidth < mark.across ? Text.AlignRight : mark.labelAcross > mark.across ? Text.AlignLeft : Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
            }
        }
    }

    // The kiosk.
    Rectangle {
        x: root.map.here.x - width / 2
        y: root.map.here.y - height / 2
        width: root.letter * 1.5
        height: width
        radius: width / 2
        color: Theme.colours.card
        border.width: root.letter * 0.3
        border.color: Theme.colours.action

        Rectangle {
            anchors.centerIn: parent
            width: root.letter * 0.45
            height: width
            radius: width / 2
            color: Theme.colours.action
        }
    }
    Rectangle {
        x: root.map.hereLabel.x
        y: root.map.hereLabel.y
        width: root.map.hereLabel.width
        height: root.map.hereLabel.height
        visible: root.map.hereLabel.width > 0
        radius: Theme.mm(1.6)
        color: Theme.colours.action

        Name {
            anchors.centerIn: parent
            text: qsTr("You are here")
            color: Theme.colours.actionInk
            font.weight: Font.DemiBold
            style: Text.Normal
        }
    }

    // North, and the scale.
    Rectangle {
        x: root.width - width - Theme.gapTiny
        y: Theme.gapTiny
        width: root.letter * 2.6
        height: width
        radius: width / 2
        color: Theme.colours.card
        border.width: Theme.hair * 0.5
        border.color: Theme.colours.edge

        Symbol {
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.letter * 0.1
            name: "chevron-up"
            size: root.letter * 1.2
        }
        Name {
            anchors.horizontalCenter: parent.horizontalCenter
            y: root.letter * 1.05
            height: root.letter * 1.3
            verticalAlignment: Text.AlignVCenter
            //: the letter for north on a map
            text: qsTr("N")
            font.weight: Font.Bold
            style: Text.Normal
        }
    }
    Name {
        x: Theme.gap
        anchors.bottom: bar.top
        text: root.map.scaleWords
        font.weight: Font.DemiBold
    }
    Item {
        id: bar

        x: Theme.gap
        y: root.height - height - Theme.gap
        width: root.map.scaleLength
        height: Theme.mm(2.4)

        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.hair * 1.5
            color: Theme.colours.ink
        }
        Rectangle {
            width: Theme.hair * 1.5
            height: parent.height
            color: Theme.colours.ink
        }
        Rectangle {
            x: parent.width - width
            width: Theme.hair * 1.5
            height: parent.height
            color: Theme.colours.ink
        }
    }
    Rectangle {
        anchors.fill: parent
        radius: root.radius
        color: "transparent"
        border.width: Theme.hair
        border.color: Theme.colours.edge
    }
}
