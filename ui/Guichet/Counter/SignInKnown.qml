pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A badge, or a name and then its PIN.
SignInPart {
    id: root

    readonly property bool asksPin: root.view.asking === "pin"
    // Room for both side by side.
    readonly property bool wide: root.width > Theme.mm(400)
    // So many names are looked for, not looked through.
    readonly property bool many: root.view.staff > 9

    function arrive() {
        if (root.asksPin)
            pin.forceActiveFocus(Qt.TabFocusReason);
        else if (root.many)
            search.forceActiveFocus(Qt.TabFocusReason);
        else
            names.itemAt(0)?.forceActiveFocus(Qt.TabFocusReason);
    }

    implicitHeight: line.implicitHeight

    GridLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        columns: root.wide ? 2 : 1
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapLarge

        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: root.wide
            Layout.preferredWidth: 2
            Layout.row: root.wide ? 0 : 1
            Layout.column: 0
            Layout.minimumHeight: root.wide ? Theme.mm(190) : 0
            inset: root.wide ? Theme.gapHuge : Theme.gapWide

            GridLayout {
                Layout.fillWidth: true
                columns: root.wide ? 1 : 2
                columnSpacing: Theme.gapWide
                rowSpacing: Theme.gap

                Item {
                    Layout.fillHeight: true
                    visible: root.wide
                }
                Rectangle {
                    Layout.alignment: Qt.AlignHCenter
                    Layout.rowSpan: root.wide ? 1 : 2
                    Layout.bottomMargin: root.wide ? Theme.gapWide : 0
                    implicitWidth: Theme.mm(root.wide ? 56 : 24)
                    implicitHeight: implicitWidth
                    radius: Theme.radiusCard
                    color: Theme.colours.tint

                    Symbol {
                        anchors.centerIn: parent
                        name: "id-badge-2"
                        size: Theme.mm(root.wide ? 36 : 16)
                    }
                }
                Words {
                    Layout.fillWidth: true
                    heading: true
                    horizontalAlignment: root.wide ? Text.AlignHCenter : Text.AlignLeft
                    text: qsTr("Scan your badge")
                    font.pixelSize: Theme.first
                    font.weight: Font.Bold
                }
                Words {
                    Layout.fillWidth: true
                    horizontalAlignment: root.wide ? Text.AlignHCenter : Text.AlignLeft
                    text: qsTr("Hold its code in front of the scanner, at any time.")
                    color: Theme.colours.inkSoft
                }
                Item {
                    Layout.fillHeight: true
                    visible: root.wide
                }
            }
        }
        Panel {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 3
            Layout.row: 0
            Layout.column: root.wide ? 1 : 0
            inset: Theme.gapHuge
            spacingInside: Theme.gapWide

            RowLayout {
                Layout.fillWidth: true
                spacing: Theme.gapWide

                Initials {
                    visible: root.asksPin
                    side: Theme.mm(24)
                    letters: root.view.initials
                }
                Words {
                    Layout.fillWidth: true
                    heading: true
                    text: root.asksPin ? root.view.name : qsTr("Who are you?")
                    font.pixelSize: Theme.first
                    font.weight: Font.Bold
                }
                DeskButton {
                    visible: root.asksPin
                    text: qsTr("Somebody else")
                    key: "Escape"
                    onClicked: root.view.back()
                }
            }
            Field {
                id: search

                Layout.fillWidth: true
                visible: root.many && !root.asksPin
                label: qsTr("The first letters of your name")
                symbol: "search"
                onEdited: text => root.view.find(text)
                onAccepted: {
                    const only = names.itemAt(0) as NameKey;
                    if (only !== null)
                        only.click();
                }
            }
            GridLayout {
                Layout.fillWidth: true
                visible: !root.asksPin
                onVisibleChanged: if (visible)
                    root.arrive()
                columns: Math.max(1, Math.floor(width / Theme.mm(92)))
                columnSpacing: Theme.gapWide
                rowSpacing: Theme.gap
                uniformCellWidths: true

                Repeater {
                    id: names

                    model: root.view.names

                    NameKey {
                        required property int index
                        required property string name

                        required initials
                        required locked

                        Layout.fillWidth: true
                        text: name
                        key: index < 9 && !root.many ? index + 1 : ""
                        onClicked: root.view.choose(name)
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: true
                visible: root.asksPin
                spacing: Theme.gapLarge

                ColumnLayout {
                    Layout.fillWidth: true
                    Layout.alignment: Qt.AlignTop
                    spacing: Theme.gapWide

                    Field {
                        id: pin

                        Layout.fillWidth: true
                        onVisibleChanged: if (visible)
                            root.arrive()
                        label: qsTr("PIN")
                        secret: true
                        size: Theme.first
                        text: root.view.typed
                        maximumLength: root.view.longest
                        inputMethodHints: Qt.ImhDigitsOnly | Qt.ImhSensitiveData
                        onEdited: text => {
                            root.view.type(text);
                            pin.line.text = root.view.typed;
                        }
                        onAccepted: root.view.enter()
                    }
                    DeskButton {
                        Layout.fillWidth: true
                        main: true
                        large: true
                        text: root.view.busy ? qsTr("Checking") : qsTr("Sign in")
                        cap: qsTr("Enter")
                        enabled: root.view.complete
                        onClicked: root.view.enter()
                    }
                    DeskButton {
                        Layout.fillWidth: true
                        symbol: "key"
                        text: qsTr("Change my PIN")
                        key: "F6"
                        enabled: !root.view.busy
                        onClicked: root.view.askNewPin()
                    }
                }
                GridLayout {
                    id: digits

                    columns: 3
                    columnSpacing: Theme.gapTiny
                    rowSpacing: Theme.gapTiny

                    Repeater {
                        model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0"]

                        Key {
                            required property string modelData

                            Layout.preferredWidth: Theme.mm(26)
                            Layout.preferredHeight: Theme.mm(22)
                            opacity: modelData === "" ? 0 : 1
                            enabled: modelData !== ""
                            text: modelData
                            focusPolicy: Qt.NoFocus
                            Accessible.ignored: modelData === ""
                            onClicked: root.view.press(modelData)
                        }
                    }
                    Key {
                        Layout.preferredWidth: Theme.mm(26)
                        Layout.preferredHeight: Theme.mm(22)
                        symbol: "backspace"
                        spoken: qsTr("Erase one digit")
                        focusPolicy: Qt.NoFocus
                        onClicked: root.view.erase()
                    }
                }
            }
            Problem {
                Layout.fillWidth: true
                text: root.view.problem
            }
            Item {
                Layout.fillHeight: true
            }
        }
    }
}
