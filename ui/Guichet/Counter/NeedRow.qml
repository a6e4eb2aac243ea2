import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// One thing that may have been needed: icon, name, what kind of thing it is. Arrows move from one to the next.
T.AbstractButton {
    id: root

    property string detail: ""
    property string symbol: ""
    property string cap: ""
    // The choice that has been made: a tick at its end.
    property bool settled: false

    function step(forward: bool) {
        const next = root.nextItemInFocusChain(forward);
        if (next !== null)
            next.forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
    }

    implicitWidth: line.implicitWidth + Theme.gapWide * 2
    implicitHeight: Math.max(Theme.target, line.implicitHeight + Theme.gap * 2)
    focusPolicy: Qt.StrongFocus
    font.family: Theme.family
    font.pixelSize: Theme.body
    font.weight: Font.DemiBold

    Accessible.role: Accessible.Button
    Accessible.name: root.detail === "" ? root.text : root.text + ". " + root.detail

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()
    Keys.onDownPressed: root.step(true)
    Keys.onUpPressed: root.step(false)

    background: Rectangle {
        color: root.settled || root.down || root.hovered ? Theme.colours.tint : Theme.colours.card
        radius: Theme.radius
        border.width: root.settled ? Theme.hair * 2 : Theme.colours.strict ? Theme.hair : 1
        border.color: root.settled ? Theme.colours.action : Theme.colours.strict ? Theme.colours.edge : Theme.colours.hairline

        FocusRing {
            shown: root.visualFocus
        }
    }
    contentItem: RowLayout {
        id: line

        anchors.fill: parent
        anchors.leftMargin: Theme.gapWide
        anchors.rightMargin: Theme.gapWide
        spacing: Theme.gap

        Symbol {
            name: root.symbol
            size: Math.round(Theme.body * 1.35)
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: 0

            Text {
                Layout.fillWidth: true
                text: root.text
                color: Theme.colours.ink
                font: root.font
                wrapMode: Text.Wrap
            }
            Text {
                Layout.fillWidth: true
                visible: root.detail !== ""
                text: root.detail
                color: Theme.colours.inkSoft
                font.family: Theme.family
                font.pixelSize: Theme.meta
                font.weight: Font.Medium
                wrapMode: Text.Wrap
            }
        }
        Symbol {
            name: "circle-check"
            visible: root.settled
            size: Math.round(Theme.body * 1.35)
        }
        KeyCap {
            text: root.cap
        }
    }
}
