import QtQuick
import QtQuick.Shapes
import Guichet.Theme

// Seconds left: the number, and a ring that empties. It thickens and changes colour as the end comes near.
Item {
    id: root

    required property int seconds
    // From 1 to 0.
    required property real part
    // 0, 1 or 2.
    property int urgency: 0
    property int size: Theme.mm(56)

    readonly property real thickness: root.size * (0.09 + root.urgency * 0.02)
    readonly property color tone: root.urgency === 2 ? Theme.colours.danger : root.urgency === 1 ? Theme.colours.warning : Theme.colours.action

    implicitWidth: root.size
    implicitHeight: root.size

    Rectangle {
        anchors.fill: parent
        radius: width / 2
        color: Theme.colours.card
        border.width: root.thickness
        border.color: Theme.colours.hairline
    }
    Shape {
        anchors.fill: parent
        Accessible.ignored: true

        ShapePath {
            strokeColor: root.tone
            strokeWidth: root.thickness
            fillColor: "transparent"
            capStyle: ShapePath.RoundCap

            PathAngleArc {
                centerX: root.width / 2
                centerY: root.height / 2
                radiusX: (root.width - root.thickness) / 2
                radiusY: radiusX
                startAngle: -90
                sweepAngle: 360 * root.part
            }
        }
    }
    Words {
        anchors.centerIn: parent
        // Note: seconds left, such as "28 s"
        text: qsTr("%1 s").arg(root.seconds)
        color: root.urgency === 0 ? Theme.colours.ink : root.tone
        font.pixelSize: root.size * (0.27 + root.urgency * 0.02)
        font.weight: Font.Bold
    }
}
