pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Theme

// The slip as it will come out: the same document, at its own proportions, under the mouth of the printer.
Rectangle {
    id: root

    required property string title
    required property string waiting
    required property int pages
    required property int version
    required property real proportion
    property bool receipt: true

    readonly property bool empty: root.pages === 0
    readonly property bool longer: roll.height > root.height - mouth.height - Theme.gapTiny

    function turn(direction: int) {
        window.contentY = Math.max(0, Math.min(roll.height - window.height, window.contentY + direction * window.height * 0.8));
    }

    implicitWidth: Theme.mm(90)
    implicitHeight: Theme.mm(120)
    color: Theme.colours.tray
    radius: Theme.radiusCard
    clip: true

    Accessible.role: Accessible.Graphic
    Accessible.name: root.title

    Rectangle {
        id: mouth

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: label.implicitHeight + Theme.gap * 2
        color: Theme.colours.ink
        topLeftRadius: root.radius
        topRightRadius: root.radius

        Words {
            id: label

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.leftMargin: Theme.gapTiny
            anchors.rightMargin: Theme.gapTiny
            text: root.title
            color: Theme.colours.paper
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
    }
    Words {
        anchors.centerIn: parent
        visible: root.empty
        text: root.waiting
        color: Theme.colours.ink
    }
    Flickable {
        id: window

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: mouth.bottom
        anchors.bottom: keys.visible ? keys.top : parent.bottom
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        anchors.bottomMargin: Theme.gapTiny
        contentWidth: width
        contentHeight: roll.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        visible: !root.empty

        Column {
            id: roll

            width: window.width
            spacing: Theme.gap

            Repeater {
                model: root.pages

                Rectangle {
                    id: sheet

                    required property int index

                    width: roll.width
                    height: picture.height + picture.anchors.topMargin + Theme.gapTiny
                    color: Theme.colours.sheet

                    Image {
                        id: picture

                        anchors.left: parent.left
                        anchors.right: parent.right
                        anchors.top: parent.top
                        anchors.margins: root.receipt ? Theme.gapTiny : 0
                        height: width * root.proportion
                        source: "image://slip/page/" + sheet.index + "/" + root.version
                        sourceSize.width: width
                        cache: false
                        smooth: true

                        Accessible.ignored: true
                    }
                }
            }
        }
    }
    RowLayout {
        id: keys

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gapTiny
        visible: root.longer
        spacing: Theme.gapTiny

        ActionButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            implicitHeight: Theme.target
            leftPadding: Theme.gapTiny
            rightPadding: Theme.gapTiny
            quiet: true
            symbol: "chevron-up"
            text: ""
            enabled: window.contentY > 1
            Accessible.name: qsTr("Show the slip above")
            onClicked: root.turn(-1)
        }
        ActionButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 10
            implicitHeight: Theme.target
            leftPadding: Theme.gapTiny
            rightPadding: Theme.gapTiny
            quiet: true
            symbol: "chevron-down"
            text: ""
            enabled: window.contentY < roll.height - window.height - 1
            Accessible.name: qsTr("Show more of the slip")
            onClicked: root.turn(1)
        }
    }
}
