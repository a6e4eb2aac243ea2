pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Controls
import Guichet.Theme

// The papers of one step, a whole card to touch.
LipButton {
    id: root

    required property list<string> papers

    visible: root.papers.length > 0
    corner: Theme.radiusCard
    topPadding: Theme.gap + sink
    bottomPadding: Theme.gap + Theme.lip - sink
    Accessible.name: [qsTr("What to bring"), ...root.papers].join(". ")

    contentItem: RowLayout {
        spacing: Theme.gapWide

        Symbol {
            Layout.alignment: Qt.AlignTop
            name: "files"
        }
        ColumnLayout {
            Layout.fillWidth: true
            spacing: Theme.mm(0.8)

            Words {
                Layout.fillWidth: true
                text: qsTr("What to bring")
                font.pixelSize: Theme.answer
                font.weight: Font.DemiBold
                Accessible.ignored: true
            }
            Repeater {
                model: root.papers

                Words {
                    required property string modelData

                    Layout.fillWidth: true
                    text: modelData
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                    font.weight: Font.Medium
                    Accessible.ignored: true
                }
            }
        }
        Symbol {
            name: "chevron-right"
            mirror: LayoutMirroring.enabled
        }
    }
}
