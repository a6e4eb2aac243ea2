pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Controls
import Guichet.Theme

// S6: something in the catalogue is wrong. At the left which service and what of it, at the right how it should be.
DeskPage {
    id: root

    required property FlagViewModel view

    // Room beside each other for what stands in one column where letters are large.
    readonly property bool roomy: root.width > Theme.mm(500)

    title: qsTr("Report an error")
    first: root.view.service === "" ? query : what

    Connections {
        function onTold(text: string) {
            root.Accessible.announce(text, Accessible.Polite);
        }

        function onFormChanged() {
            if (root.view.field !== "")
                form.enter();
            else if (root.view.service !== "")
                what.enter();
            else
                query.forceActiveFocus(Qt.TabFocusReason);
        }

        target: root.view
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: Theme.gapLarge
        spacing: Theme.gapLarge

        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            title: root.view.service === "" ? qsTr("Which service?") : root.view.name
            symbol: root.view.service === "" ? "search" : "flag-3"

            Field {
                id: query

                Layout.fillWidth: true
                visible: root.view.service === ""
                bare: true
                label: qsTr("Find a service")
                hint: qsTr("Its name, or who gives it")
                symbol: "search"
                text: root.view.query
                onEdited: text => root.view.search(text)
                onAccepted: services.pick()
                Keys.onDownPressed: services.enter()
            }
            SaidList {
                id: services

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.view.service === ""
                label: qsTr("Services")
                rows: root.view.found
                careful: true
                onPicked: key => root.view.choose(key)
            }
            GridLayout {
                Layout.fillWidth: true
                visible: root.view.service !== ""
                columns: root.roomy ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapTiny

                Words {
                    Layout.fillWidth: true
                    text: root.view.checked
                    color: Theme.colours.inkSoft
                    font.pixelSize: Theme.meta
                }
                DeskButton {
                    text: qsTr("Another service")
                    key: "Ctrl+K"
                    onClicked: root.view.begin("")
                }
            }
            FlagWhat {
                id: what

                Layout.fillWidth: true
                Layout.fillHeight: true
                visible: root.view.service !== ""
                view: root.view
            }
        }
        Panel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 6
            title: root.view.field === "" ? qsTr("What it should say") : root.view.field
            symbol: "edit"

            FlagForm {
                id: form

                Layout.fillWidth: true
                Layout.fillHeight: true
                view: root.view
            }
            GridLayout {
                Layout.fillWidth: true
                columns: root.roomy ? 2 : 1
                columnSpacing: Theme.gap
                rowSpacing: Theme.gapTiny

                DeskButton {
                    Layout.fillWidth: true
                    visible: root.view.canCorrect
                    large: root.roomy
                    symbol: root.view.note ? "note" : "edit"
                    text: root.view.note ? qsTr("Keep as a note") : qsTr("Correct it here")
                    key: "F6"
                    onClicked: root.view.correctHere()
                }
                DeskButton {
                    Layout.fillWidth: true
                    main: true
                    large: root.roomy
                    enabled: root.view.field !== ""
                    symbol: "send"
                    text: qsTr("Send to the steward")
                    key: "F9"
                    onClicked: root.view.send()
                }
            }
        }
    }
}
