import QtQuick
import Guichet.Theme

// The open wicket on the shore, then Guichet, its i dotted by the sun.
Item {
    id: root

    property int size: Theme.mm(9.4)
    // Without the name, where there is no room for it.
    property bool markOnly: false

    readonly property int nameWidth: line.spacing + root.size + name.implicitWidth

    implicitWidth: line.implicitWidth
    implicitHeight: line.implicitHeight

    Accessible.role: Accessible.Graphic
    Accessible.name: "Guichet"

    // A name is drawn the same in every language, whatever the direction of writing.
    Row {
        id: line

        spacing: root.size * 0.28

        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Image {
            anchors.verticalCenter: parent.verticalCenter
            width: root.size
            height: root.size
            source: "image://art/mark/" + Theme.colours.pigments
            sourceSize: Qt.size(root.size, root.size)

            Accessible.ignored: true
        }
        Text {
            id: name

            anchors.verticalCenter: parent.verticalCenter
            visible: !root.markOnly
            text: "Guıchet"
            color: Theme.colours.action
            font.family: Theme.family
            font.pixelSize: root.size * 0.98
            font.weight: Font.Bold

            Accessible.ignored: true

            Rectangle {
                readonly property real centre: before.advanceWidth + dotless.advanceWidth / 2

                x: centre - width / 2
                y: baseline.ascent - name.font.pixelSize * 0.75
                width: name.font.pixelSize * 0.19
                height: width
                radius: width / 2
                color: Theme.colours.clay
            }
        }
    }
    TextMetrics {
        id: before

        font: name.font
        text: "Gu"
    }
    TextMetrics {
        id: dotless

        font: name.font
        text: "ı"
    }
    FontMetrics {
        id: baseline

        font: name.font
    }
}
