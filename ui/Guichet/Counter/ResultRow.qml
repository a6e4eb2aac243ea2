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

    // The facts stand under the name where beside it they leave it no room.
    readonly property bool tight: root.width < Theme.mm(380)
    readonly property list<string> facts: [root.way, root.away, root.hours, root.limit, root.asks, root.doubt]
    readonly property list<string> tones: ["calm", "calm", root.hoursTone, "warn", "ask", "warn"]
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
                spacing: root.tight ? Theme.gapTiny : 0

                Text {
                    Layout.fillWidth: true
                    text: root.label
                    color: Theme.colours.ink
                    wrapMode: Text.Wrap
                    font.family: Theme.family
                    font.pixelSize: Theme.body
                    font.weight: Font.DemiBold
                    lineHeight: 0.95
                    Accessible.ignored: true
                }
                Text {
                    Layout.fillWidth: true
                    visible: !root.tight
                    text: root.detail
                    color: Theme.colours.inkSoft
                    wrapMode: Text.Wrap
                    font.family: Theme.family
                    font.pixelSize: Theme.meta
                    lineHeight: 0.95
                    Accessible.ignored: true
                }
                Flow {
                    Layout.fillWidth: true
                    visible: root.tight
                    spacing: Theme.gapTiny * 1.5

                    Repeater {
                        model: root.tight ? root.facts : []

                        Fact {
                            required property int index

                            text: root.facts[index] ?? ""
                            tone: root.tones[index]
                        }
                    }
                }
            }
            RowLayout {
                Layout.maximumWidth: Math.ceil(implicitWidth)
                visible: !root.tight
                spacing: Theme.gapTiny * 1.5

                Repeater {
                    model: root.tight ? 0 : 6

                    Fact {
                        required property int index

                        text: root.facts[index]
                        tone: root.tones[index]
                    }
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
