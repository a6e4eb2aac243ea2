pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// One step of the basket: its number, name, date and way. The keys move it up and leave it out; so do two small buttons.
FocusScope {
    id: root

    required property string kind
    required property int number
    required property string title
    required property bool first
    required property string due
    required property string dueTone
    required property string where
    required property string why
    required property bool up
    required property string held
    required property bool out
    required property string spoken

    signal raised
    signal dropped
    signal goneTo(by: int)

    // Where width is dear, the two buttons come with the line that one is on.
    readonly property bool tight: root.width < Theme.mm(200)
    readonly property bool touched: !root.tight || root.activeFocus || pointed.hovered || root.chosen
    // The line that the keys would come back to.
    property bool chosen: false

    readonly property bool toDo: root.kind === "do"

    implicitHeight: line.implicitHeight + Theme.gap * 2
    activeFocusOnTab: false

    Accessible.role: Accessible.ListItem
    Accessible.name: root.toDo ? qsTr("Step %1: %2").arg(root.number).arg(root.spoken) : root.spoken
    Accessible.description: [root.up ? qsTr("Key %1 does it earlier.").arg("Alt+↑") : root.held, root.out ? qsTr("Key %1 leaves it out.").arg(qsTr("Delete")) : "", root.why].filter(text => text !== "").join(" ")
    Accessible.focusable: true
    Accessible.focused: root.activeFocus

    Keys.onPressed: event => {
        event.accepted = true;
        if (event.key === Qt.Key_Up && event.modifiers & Qt.AltModifier)
            root.raised();
        else if (event.key === Qt.Key_Delete || event.key === Qt.Key_Backspace)
            root.dropped();
        else if (event.key === Qt.Key_Up || event.key === Qt.Key_Down)
            root.goneTo(event.key === Qt.Key_Up ? -1 : 1);
        else
            event.accepted = false;
    }

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: 1
        color: Theme.colours.hairline
    }
    Rectangle {
        anchors.fill: parent
        visible: root.activeFocus
        color: Theme.colours.tint
        radius: Theme.radius
    }
    FocusRing {
        shown: root.activeFocus
        anchors.margins: 0
    }
    HoverHandler {
        id: pointed
    }
    TapHandler {
        onTapped: root.forceActiveFocus(Qt.MouseFocusReason)
    }
    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapWide

        Rectangle {
            Layout.alignment: Qt.AlignTop
            implicitWidth: Theme.mm(14)
            implicitHeight: implicitWidth
            radius: width / 2
            color: root.first ? Theme.colours.first : "transparent"
            border.width: root.first || !root.toDo ? 0 : Math.max(2, Theme.hair)
            border.color: Theme.colours.action

            Text {
                anchors.centerIn: parent
                visible: root.toDo
                text: root.number
                color: root.first ? Theme.colours.actionInk : Theme.colours.ink
                font.family: Theme.family
                font.pixelSize: Theme.body
                font.weight: Font.Bold
                Accessible.ignored: true
            }
            Symbol {
                anchors.centerIn: parent
                visible: !root.toDo
                name: root.kind === "automatic" ? "circle-check" : "info-circle"
                colour: root.kind === "automatic" ? Theme.colours.success : Theme.colours.action
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Flow {
                Layout.fillWidth: true
                spacing: Theme.gap

                Words {
                    width: Math.min(implicitWidth, parent.width)
                    text: root.title
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Chip {
                    text: root.first ? qsTr("Do this first") : ""
                    tone: "first"
                    told: true
                }
            }
            Words {
                Layout.fillWidth: true
                visible: root.due !== ""
                text: root.due
                color: root.dueTone === "bad" ? Theme.colours.danger : Theme.colours.warning
                font.weight: Font.DemiBold
                font.pixelSize: Theme.meta * 1.1
                Accessible.ignored: true
            }
            Words {
                Layout.fillWidth: true
                visible: root.where !== ""
                text: root.where
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                Accessible.ignored: true
            }
            Words {
                Layout.fillWidth: true
                visible: root.activeFocus && (root.held !== "" || root.why !== "")
                text: root.why !== "" ? root.why : root.held
                color: Theme.colours.ink
                font.pixelSize: Theme.meta
                Accessible.ignored: true
            }
        }
        DeskButton {
            Layout.alignment: Qt.AlignTop
            visible: root.toDo && root.touched
            enabled: root.up
            focusPolicy: Qt.NoFocus
            symbol: "arrow-up"
            Accessible.name: qsTr("Do it earlier: %1").arg(root.title)
            Accessible.description: root.held
            onClicked: root.raised()
        }
        DeskButton {
            Layout.alignment: Qt.AlignTop
            visible: root.out && root.touched
            focusPolicy: Qt.NoFocus
            symbol: "x"
            Accessible.name: qsTr("Leave out: %1").arg(root.title)
            onClicked: root.dropped()
        }
    }
}
