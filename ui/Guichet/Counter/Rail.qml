pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The sections of the counter at the left, each with its key; the lock below them.
Rectangle {
    id: root

    required property DeskViewModel desk

    readonly property bool low: root.height < Theme.mm(430)

    // A section was chosen, perhaps the one that is shown: its page has the focus now.
    signal chosen

    // Give the focus to the section that one is in.
    function arrive() {
        for (let place = 0; place < sections.count; place++)
            if ((sections.itemAt(place) as RailKey).here)
                sections.itemAt(place).forceActiveFocus(Qt.TabFocusReason);
    }

    implicitWidth: Theme.mm(46)
    color: Theme.colours.bar

    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Sections")

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapTiny
        spacing: Theme.gapTiny

        Rectangle {
            Layout.alignment: Qt.AlignHCenter
            Layout.topMargin: root.low ? Theme.gapTiny : Theme.gap
            Layout.bottomMargin: root.low ? 0 : Theme.gap
            implicitWidth: Theme.mm(root.low ? 15 : 20)
            implicitHeight: implicitWidth
            radius: Theme.radius
            color: Theme.colours.barRaised

            Wordmark {
                anchors.centerIn: parent
                markOnly: true
                size: Math.round(parent.width * 0.7)
                width: size
            }
        }
        Flickable {
            id: flick

            function reveal(item: Item) {
                const top = item.mapToItem(flick.contentItem, 0, 0).y;
                if (top < flick.contentY)
                    flick.contentY = top;
                else if (top + item.height > flick.contentY + flick.height)
                    flick.contentY = top + item.height - flick.height;
            }

            Layout.fillWidth: true
            Layout.fillHeight: true
            contentHeight: keys.height
            clip: true
            boundsBehavior: Flickable.StopAtBounds

            Column {
                id: keys

                width: flick.width
                spacing: Theme.gapTiny

                Repeater {
                    id: sections

                    model: root.desk.rail

                    RailKey {
                        required property string page
                        required property string word

                        required symbol
                        required key
                        required cap
                        required here

                        width: keys.width
                        text: word
                        low: root.low
                        onClicked: {
                            root.desk.show(page);
                            root.chosen();
                        }
                        onActiveFocusChanged: if (activeFocus)
                            flick.reveal(this)
                    }
                }
            }
        }
        RailKey {
            Layout.fillWidth: true
            symbol: "lock"
            text: qsTr("Lock")
            key: "F12"
            low: root.low
            Accessible.role: Accessible.Button
            Accessible.selectable: false
            onClicked: root.desk.lock()
        }
    }
}
