import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// Several lines to type in, under their label. Tab leads on; what is typed is told by `edited`.
FocusScope {
    id: root

    required property string label
    // Stands after the label, softer.
    property string aside: ""
    property string hint: ""
    // What comes from the view-model: shown, unless that is what was just typed.
    property string text: ""
    // What should be taken out of it, in words.
    property string caution: ""
    property int lines: 3

    signal edited(text: string)

    implicitHeight: column.implicitHeight

    onTextChanged: if (input.text !== root.text)
        input.text = root.text

    ColumnLayout {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: Theme.gapTiny

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Words {
                heading: true
                text: root.label
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Words {
                Layout.fillWidth: true
                text: root.aside
                color: Theme.colours.inkSoft
                font.pixelSize: Theme.meta
                Accessible.ignored: true
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Math.max(input.implicitHeight, metrics.height * root.lines) + Theme.gap * 2
            color: root.enabled ? Theme.colours.card : Theme.colours.sunk
            radius: Theme.radius
            border.width: root.caution === "" ? Theme.hair : Theme.hair * 2
            border.color: root.caution === "" ? Theme.colours.edge : Theme.colours.warning

            FocusRing {
                shown: input.activeFocus
            }
            FontMetrics {
                id: metrics

                font: input.font
            }
            TextEdit {
                id: input

                anchors.fill: parent
                anchors.margins: Theme.gap
                anchors.leftMargin: Theme.gapWide
                anchors.rightMargin: Theme.gapWide
                activeFocusOnTab: true
                color: Theme.colours.ink
                focus: true
                font.family: Theme.family
                font.pixelSize: Theme.body
                inputMethodHints: Qt.ImhSensitiveData | Qt.ImhNoPredictiveText
                // Nothing typed about a person may reach the clipboard; marking with the mouse copies too.
                selectByMouse: false
                selectionColor: Theme.colours.action
                selectedTextColor: Theme.colours.actionInk
                textFormat: TextEdit.PlainText
                wrapMode: TextEdit.Wrap

                Accessible.role: Accessible.EditableText
                Accessible.name: root.label
                Accessible.description: root.caution !== "" ? root.caution : root.aside
                Accessible.editable: true
                Accessible.multiLine: true

                Keys.onPressed: event => event.accepted = event.matches(StandardKey.Copy) || event.matches(StandardKey.Cut)
                Keys.onTabPressed: input.nextItemInFocusChain(true)?.forceActiveFocus(Qt.TabFocusReason)
                Keys.onBacktabPressed: input.nextItemInFocusChain(false)?.forceActiveFocus(Qt.BacktabFocusReason)
                onTextChanged: if (input.activeFocus && input.text !== root.text)
                    root.edited(input.text)

                Words {
                    anchors.left: parent.left
                    anchors.right: parent.right
                    visible: input.text === "" && input.preeditText === ""
                    text: root.hint
                    color: Theme.colours.inkSoft
                    Accessible.ignored: true
                }
            }
        }
        Chip {
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth)
            text: root.caution
            symbol: "alert-triangle"
            tone: "warn"
        }
    }
}
