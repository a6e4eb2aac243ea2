pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// What of a service is wrong, which number or place of it, and what has been said of it already.
DeskScroll {
    id: root

    required property FlagViewModel view

    function enter() {
        const first = fields.itemAt(0);
        if (first !== null)
            first.forceActiveFocus(Qt.TabFocusReason);
    }

    // The focus is given to it as a whole when the page opens.
    onActiveFocusChanged: if (root.activeFocus)
        root.enter()

    ColumnLayout {
        width: parent.width
        spacing: Theme.gap

        Words {
            Layout.fillWidth: true
            heading: true
            text: qsTr("What is wrong?")
            font.weight: Font.DemiBold
        }
        GridLayout {
            Layout.fillWidth: true
            columns: width > Theme.mm(200) ? 2 : 1
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true

            Repeater {
                id: fields

                model: root.view.fields

                OptionKey {
                    required property string field
                    required property string label
                    required property bool chosen

                    required key
                    Layout.fillWidth: true
                    autoExclusive: true
                    text: label
                    checked: chosen
                    onClicked: root.view.pick(field)
                }
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapWide
            visible: targets.count > 0
            heading: true
            text: qsTr("Which one?")
            font.weight: Font.DemiBold
        }
        Repeater {
            id: targets

            model: root.view.targets

            OptionKey {
                required property int index
                required property string label
                required property bool chosen

                required key
                Layout.fillWidth: true
                autoExclusive: true
                text: label
                checked: chosen
                onClicked: root.view.aim(index)
            }
        }
        Words {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gapWide
            heading: true
            text: qsTr("Said already")
            font.weight: Font.DemiBold
        }
        Words {
            Layout.fillWidth: true
            visible: said.count === 0
            text: qsTr("Nothing yet of this service.")
            color: Theme.colours.inkSoft
            font.pixelSize: Theme.meta
        }
        Repeater {
            id: said

            model: root.view.said

            GridLayout {
                id: line

                required property string title
                required property string detail
                required property string standing
                required property string tone

                Layout.fillWidth: true
                columns: width > Theme.mm(170) ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapTiny

                ColumnLayout {
                    Layout.fillWidth: true
                    spacing: 0

                    Words {
                        Layout.fillWidth: true
                        text: line.title
                        font.weight: Font.Medium
                    }
                    Words {
                        Layout.fillWidth: true
                        visible: text !== ""
                        text: line.detail
                        color: Theme.colours.inkSoft
                        font.pixelSize: Theme.meta
                    }
                }
                Chip {
                    Layout.alignment: Qt.AlignTop
                    Layout.maximumWidth: line.width
                    text: line.standing
                    tone: line.tone
                }
            }
        }
    }
}
