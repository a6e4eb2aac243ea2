pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Guichet.Controls
import Guichet.Theme

// One thing found, a whole row to press: its digit, name and what it gives, short facts, and whether it is in the plan.
T.AbstractButton {
    id: root

    required property string digit
    required property string label
    required property string detail
    required property string way
    required property string away
    required property string hours
    required property string hoursTone
    required property string limit
    required property string asks
    required property string doubt
    required property bool added
    required property string spoken
    // Enter adds it from the search.
    property bool first: false

    // Few facts beside the name, where that leaves it no room.
    readonly property bool tight: root.width < Theme.mm(380)
    readonly property bool lit: root.first || root.visualFocus || root.hovered

    implicitHeight: Math.max(Theme.mm(24), inside.implicitHeight + Theme.gap * 2)
    leftPadding: Theme.gapWide
    rightPadding: Theme.gapWide
    focusPolicy: Qt.StrongFocus
    hoverEnabled: true

    Accessible.role: Accessible.Button
    Accessible.name: root.spoken
    Accessible.description: qsTr("Key %1").arg("Alt+" + root.digit)

    Keys.onReturnPressed: root.click()
    Keys.onEnterPressed: root.click()

    component Fact: Rectangle {
        id: fact

        property string text: ""
        property string tone: "calm"

        implicitWidth: words.implicitWidth + Theme.gap * 2
        implicitHeight: words.implicitHeight + Theme.gapTiny
        visible: fact.text !== ""
        radius: height / 2
        color: fact.tone === "good" ? Theme.colours.successGround : fact.tone === "warn" ? Theme.colours.warningGround : fact.tone === "ask" ? Theme.colours.tint : Theme.colours.sunk

        Text {
            id: words

            anchors.centerIn: parent
            text: fact.text
            color: fact.tone === "good" ? Theme.colours.success : fact.tone === "warn" ? Theme.colours.warning : fact.tone === "ask" ? Theme.colours.action : Theme.colours.inkSoft
            font.family: Theme.family
            font.pixelSize: Theme.meta
            font.weight: Font.DemiBold
            Accessible.ignored: true
        }
    }

    background: Rectangle {
        color: root.lit || root.down ? Theme.colours.tint : "transparent"

        Rectangle {
            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            width: Theme.gapTiny
            visible: root.first
            color: Theme.colours.action
        }
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            height: 1
            color: Theme.colours.hairline
        }
        FocusRing {
            shown: root.visualFocus
            anchors.margins: 0
            corner: Theme.radius
        }
    }
    contentItem: Item {
        implicitHeight: inside.implicitHeight

        RowLayout {
            id: inside

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gapWide

            KeyCap {
                text: root.digit
            }
            ColumnLayout {
                Layout.fillWidth: true
                Layout.minimumWidth: Theme.mm(70)
                spacing: 0

                Text {
                    Layout.fillWidth: true
                    text: root.label
                    color: Theme.colours.ink
                    elide: Text.ElideRight
                    font.family: Theme.family
                    font.pixelSize: Theme.body
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                Text {
                    Layout.fillWidth: true
                    text: root.detail
                    color: Theme.colours.inkSoft
                    elide: Text.ElideRight
                    font.family: Theme.family
                    font.pixelSize: Theme.meta
                    Accessible.ignored: true
                }
            }
            RowLayout {
                spacing: Theme.gapTiny * 1.5

                Fact {
                    text: root.tight && root.limit !== "" && root.hours !== "" ? "" : root.way
                }
                Fact {
                    text: root.tight ? "" : root.away
                }
                Fact {
                    text: root.hours
                    tone: root.hoursTone
                }
                Fact {
                    text: root.limit
                    tone: "warn"
                }
                Fact {
                    text: root.asks
                    tone: "ask"
                }
                Fact {
                    text: root.tight ? "" : root.doubt
                    tone: "warn"
                }
            }
            Rectangle {
                implicitWidth: Math.max(Theme.mm(44), add.implicitWidth + Theme.gapWide * 2)
                implicitHeight: Theme.mm(18)
                radius: Theme.radius
                color: root.added ? Theme.colours.successGround : root.first ? Theme.colours.action : Theme.colours.card
                border.width: root.added ? 0 : Theme.hair
                border.color: root.first ? Theme.colours.action : Theme.colours.edge

                RowLayout {
                    id: add

                    anchors.centerIn: parent
                    spacing: Theme.gapTiny

                    Symbol {
                        name: root.added ? "check" : "plus"
                        size: Theme.iconSmall
                        colour: root.added ? Theme.colours.success : root.first ? Theme.colours.actionInk : Theme.colours.action
                    }
                    Text {
                        text: root.added ? qsTr("Added") : qsTr("Add")
                        color: root.added ? Theme.colours.success : root.first ? Theme.colours.actionInk : Theme.colours.ink
                        font.family: Theme.family
                        font.pixelSize: Theme.meta * 1.1
                        font.weight: Font.DemiBold
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
