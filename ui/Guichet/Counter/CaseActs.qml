import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Theme

// What can be done with the case as a whole: a mistake, an unmet need, letting go, and saving for the next person.
GridLayout {
    id: root

    required property CaseViewModel view
    // Where room is dear, the lesser acts are shown by their symbol and key.
    property bool brief: false

    readonly property real others: mistake.implicitWidth + need.implicitWidth + (drop.visible ? drop.implicitWidth + Theme.gap : 0) + Theme.gap

    columns: width >= root.others + save.implicitWidth + columnSpacing ? 2 : 1
    columnSpacing: Theme.gapWide
    rowSpacing: Theme.gap

    Problem {
        Layout.fillWidth: true
        Layout.columnSpan: root.columns
        text: root.view.problem
    }
    Flow {
        Layout.fillWidth: true
        spacing: Theme.gap

        DeskButton {
            id: mistake

            symbol: "flag-3"
            text: root.brief ? "" : qsTr("Mistake")
            Accessible.name: qsTr("Mistake")
            key: "F11"
            enabled: root.view.outcome.place > 0
            onClicked: root.view.flag()
        }
        DeskButton {
            id: need

            symbol: "alert-triangle"
            text: root.brief ? "" : qsTr("Unmet need")
            Accessible.name: qsTr("Unmet need")
            key: "F10"
            onClicked: root.view.need()
        }
        DeskButton {
            id: drop

            visible: root.view.unsaved
            text: qsTr("Let it go")
            key: "Ctrl+W"
            onClicked: root.view.drop()
        }
    }
    DeskButton {
        id: save

        Layout.fillWidth: root.columns === 1
        main: true
        large: !root.brief
        symbol: "check"
        text: qsTr("Save, next person")
        key: "F9"
        onClicked: root.view.save()
    }
}
