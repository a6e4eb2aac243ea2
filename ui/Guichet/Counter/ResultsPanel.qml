pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// The nine lines that can be added by a digit; below them what filters leave open, and what was often given today.
Panel {
    id: root

    required property WalkInViewModel view

    readonly property SearchingViewModel searching: root.view.searching
    readonly property bool tight: root.width < Theme.mm(380)
    property int current: 0

    // All lines show: the page around them scrolls.
    property bool whole: false

    // The way back to the search, above the first line.
    signal gone

    function focusFirst() {
        root.focusLine(0);
    }

    function focusLine(line: int) {
        if (line < 0) {
            root.gone();
            return;
        }
        const there = lines.itemAt(line) as ResultRow;
        if (there !== null && there.visible) {
            there.forceActiveFocus(Qt.TabFocusReason);
        }
    }

    // Where Tab comes back to, once the focus is there.
    function keep(line: int) {
        root.current = line;
    }

    title: root.searching.heading
    insetInside: 0
    spacingInside: 0

    aside: [
        Words {
            Layout.fillWidth: true
            text: root.tight ? "" : qsTr("Enter adds the first. Alt and a digit adds that line.")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        },
        Words {
            visible: root.searching.pages !== ""
            text: root.searching.pages
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            wrapMode: Text.NoWrap
        },
        DeskButton {
            visible: root.searching.pages !== ""
            symbol: "chevron-up"
            Accessible.name: qsTr("Lines before")
            Accessible.description: qsTr("Key %1").arg("PgUp")
            onClicked: root.searching.turn(-1)
        },
        DeskButton {
            visible: root.searching.pages !== ""
            symbol: "chevron-down"
            Accessible.name: qsTr("More lines")
            Accessible.description: qsTr("Key %1").arg("PgDn")
            onClicked: root.searching.turn(1)
        }
    ]

    DeskScroll {
        id: scroll

        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.minimumHeight: root.whole ? implicitHeight : Theme.mm(60)

        Column {
            width: parent.width

            Repeater {
                id: lines

                model: root.searching.rows

                ResultRow {
                    required property int index
                    required property string target

                    width: parent.width
                    visible: target !== ""
                    digit: String(index + 1)
                    first: index === 0
                    height: Math.max(implicitHeight, Math.min(Theme.mm(34), Math.floor(scroll.height / 9)))
                    focusPolicy: activeFocus || index === root.current ? Qt.StrongFocus : Qt.ClickFocus
                    onClicked: root.view.add(index)
                    onActiveFocusChanged: if (activeFocus)
                        Qt.callLater(root.keep, index)
                    Keys.onUpPressed: root.focusLine(index - 1)
                    Keys.onDownPressed: root.focusLine(index + 1)
                }
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gapWide
        Layout.rightMargin: Theme.gapWide
        Layout.topMargin: Theme.gap
        visible: root.searching.unknown !== ""
        spacing: Theme.gap

        Symbol {
            name: "help-circle"
            colour: Theme.colours.inkSoft
        }
        Words {
            Layout.fillWidth: true
            text: root.searching.unknown
        }
        DeskButton {
            symbol: root.searching.unknownToo ? "eye-off" : "eye"
            key: "Alt+U"
            text: root.searching.unknownToo ? qsTr("Hide them") : qsTr("Show them too")
            onClicked: root.searching.showUnknown()
        }
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.leftMargin: 1
        Layout.rightMargin: 1
        Layout.topMargin: Theme.gap
        implicitHeight: 1
        color: Theme.colours.hairline
    }
    Flow {
        Layout.fillWidth: true
        Layout.margins: Theme.gap
        Layout.leftMargin: Theme.gapWide
        spacing: Theme.gap

        Words {
            height: Theme.target
            visible: often.count > 0
            text: qsTr("Often today")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
            wrapMode: Text.NoWrap
            verticalAlignment: Text.AlignVCenter
        }
        Repeater {
            id: often

            model: root.view.often

            DeskButton {
                required property int index
                required property string label

                text: label
                onClicked: root.view.addOften(index)
            }
        }
        DeskButton {
            symbol: "flag-3"
            key: "F11"
            text: qsTr("Report an error")
            onClicked: root.view.flag(root.current)
        }
        DeskButton {
            symbol: "alert-triangle"
            key: "F10"
            text: qsTr("Unmet need")
            onClicked: root.view.needWanted()
        }
    }
}
