pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// Seams in words, one below the other: what is handed over, or what is asked again. Page Up and Page Down move it.
Item {
    id: root

    required property QtObject rows
    // What is said where there is none.
    required property string none
    required property string label

    // It is as high as all of them, in a page that is moved as a whole.
    property bool whole: false

    implicitHeight: root.whole ? scroll.implicitHeight : 0
    activeFocusOnTab: true

    Accessible.role: Accessible.List
    Accessible.name: root.label

    Keys.forwardTo: [scroll]

    FocusRing {
        shown: root.activeFocus
    }
    DeskScroll {
        id: scroll

        anchors.fill: parent

        ColumnLayout {
            width: parent.width
            spacing: Theme.gap

            Words {
                Layout.fillWidth: true
                visible: list.count === 0
                text: root.none
                color: Theme.colours.inkSoft
            }
            Repeater {
                id: list

                model: root.rows

                RowLayout {
                    id: row

                    required property string symbol
                    required property string head
                    required property string detail
                    required property string chip
                    required property string tone

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Symbol {
                        Layout.alignment: Qt.AlignTop
                        name: row.symbol
                        size: Theme.icon
                    }
                    ColumnLayout {
                        Layout.fillWidth: true
                        spacing: 0

                        Words {
                            Layout.fillWidth: true
                            text: row.head
                            font.weight: Font.DemiBold
                        }
                        Words {
                            Layout.fillWidth: true
                            text: row.detail
                            color: Theme.colours.inkSoft
                            font.pixelSize: Theme.meta
                        }
                    }
                    Chip {
                        text: row.chip
                        tone: row.tone
                    }
                }
            }
        }
    }
}
