pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// A slip that comes back: the reader and the code at the left with the steps as they stood; at the right the step chosen as
// it is today, and what can be done with the slip.
DeskPage {
    id: root

    required property ScanViewModel view

    // Where there is a slip and little room, each half is moved through as one column.
    readonly property bool folded: root.narrow && root.view.slip.there

    title: qsTr("Scan a slip")
    first: reader
    asking: root.view.asks !== ""
    sheet: Component {
        ScanSheet {
            view: root.view
        }
    }
    beside: RowLayout {
        spacing: Theme.gapWide

        Chip {
            text: root.view.reader
            symbol: "barcode"
            tone: root.view.readerGone ? "warn" : "good"
        }
        DeskButton {
            visible: root.view.slip.there || root.view.problem !== ""
            symbol: "refresh"
            key: "Ctrl+N"
            text: qsTr("Next slip")
            onClicked: {
                root.view.clear();
                reader.forceActiveFocus(Qt.OtherFocusReason);
            }
        }
        Item {
            Layout.fillWidth: true
        }
    }

    Connections {
        target: root.view

        function onArrived() {
            steps.enter();
        }
        function onTold(words: string) {
            root.Accessible.announce(words, Accessible.Polite);
        }
    }
    Connections {
        target: root.view.handing

        function onTold(words: string) {
            root.Accessible.announce(words, Accessible.Polite);
        }
    }
    Connections {
        target: root.view.onKiosk

        function onTold(words: string) {
            root.Accessible.announce(words, Accessible.Polite);
        }
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge

        DeskScroll {
            id: left

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 5
            row: steps.chosen

            ColumnLayout {
                width: parent.width
                height: root.folded ? implicitHeight : left.height
                spacing: Theme.gapWide

                ScanReader {
                    id: reader

                    Layout.fillWidth: true
                    view: root.view
                }
                ScanSteps {
                    id: steps

                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: root.view.slip.there
                    view: root.view
                }
                ScanHints {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    visible: !root.view.slip.there
                }
            }
        }
        DeskScroll {
            id: right

            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 4
            visible: root.view.slip.there

            ColumnLayout {
                width: parent.width
                height: root.folded ? implicitHeight : right.height
                spacing: Theme.gapWide

                ScanStep {
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    view: root.view
                }
                ScanActs {
                    Layout.fillWidth: true
                    view: root.view
                }
            }
        }
    }
}
