pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Guichet.Bridge
import Guichet.Theme

// What is asked before something about a person is changed.
Sheet {
    id: root

    required property PeopleViewModel view

    readonly property bool writing: root.view.asks === "adding" || root.view.asks === "changing"

    title: {
        switch (root.view.asks) {
        case "adding":
            return qsTr("Somebody new");
        case "changing":
            return qsTr("Name, role, language of %1").arg(root.view.name);
        case "pin":
            return qsTr("A new PIN for %1").arg(root.view.name);
        case "badge":
            return qsTr("A new badge for %1").arg(root.view.name);
        default:
            return qsTr("Does %1 not work here any more?").arg(root.view.name);
        }
    }

    Loader {
        id: form

        Layout.fillWidth: true
        sourceComponent: root.writing ? person : root.view.asks === "pin" ? pin : root.view.asks === "badge" ? badge : retiring
        onLoaded: (form.item as PeopleForm).arrive()
    }
    Problem {
        Layout.fillWidth: true
        text: root.view.problem
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        DeskButton {
            Layout.fillWidth: true
            large: true
            text: root.view.asks === "badge" ? qsTr("Close") : qsTr("Change nothing")
            key: "Escape"
            cap: qsTr("Esc")
            enabled: !root.view.busy
            onClicked: root.view.cancel()
        }
        DeskButton {
            readonly property PeopleForm asked: form.item as PeopleForm

            Layout.fillWidth: true
            large: true
            main: !grave
            grave: root.view.asks === "retiring"
            visible: asked !== null && asked.act !== ""
            text: asked !== null ? asked.act : ""
            key: "F9"
            enabled: asked !== null && asked.ready
            onClicked: asked.done()
        }
    }
    Component {
        id: person

        PersonForm {
            view: root.view
        }
    }
    Component {
        id: pin

        PinForm {
            view: root.view
        }
    }
    Component {
        id: badge

        BadgeForm {
            view: root.view
        }
    }
    Component {
        id: retiring

        RetiringForm {
            view: root.view
        }
    }
}
