pragma ComponentBehavior: Bound
import QtQuick
import Guichet.Bridge
import Guichet.Counter
import Guichet.Theme

// The counter's window: rail, title bar, one page; over all of it, while nobody is signed in, the question who is there.
Window {
    id: root

    required property DeskViewModel desk
    required property SignInViewModel signIn
    required property CallsViewModel calls
    required property real pixelsPerMm
    required property string colours

    // What last had the focus on the page; a call that is answered gives it back.
    property Item last: null

    function show() {
        root.last = null;
        const name = root.desk.page;
        pages.setSource("Guichet/Counter/" + name.charAt(0).toUpperCase() + name.slice(1) + "Page.qml", {
            "view": root.desk.viewOf(name)
        });
        if (root.desk.open)
            root.arrive();
    }

    // The focus is never lost: on a page that has nothing for it, it stays on the rail.
    function arrive() {
        (pages.item as DeskPage)?.arrive();
        if (!pages.activeFocus)
            rail.arrive();
    }

    // On a kiosk that stands upright everything is smaller, and so may the window be.
    minimumWidth: Math.min(1280, Math.floor(1280 * root.pixelsPerMm / 2.25))
    minimumHeight: 720
    color: Theme.colours.paper
    title: qsTr("Guichet, counter")

    Component.onCompleted: root.follow()
    onActiveFocusItemChanged: if (pages.activeFocus)
        root.last = root.activeFocusItem

    function follow() {
        if (root.desk.open) {
            if (pages.item === null)
                root.show();
        } else {
            // Nothing of a page is there, hidden or not, while nobody is signed in; its view-model keeps what was typed.
            pages.source = "";
            (entrance.item as SignInPage)?.arrive();
        }
    }

    Binding {
        target: Theme
        property: "pixelsPerMm"
        value: root.pixelsPerMm
    }
    Binding {
        target: Theme
        property: "palette"
        value: root.colours
    }
    Binding {
        target: Theme
        property: "motion"
        value: false
    }
    Binding {
        target: Theme
        property: "window"
        value: Qt.size(root.width, root.height)
    }
    Connections {
        target: root.desk

        function onMoved() {
            if (root.desk.open)
                root.show();
        }
        function onVacated() {
            pages.source = "";
        }
    }
    FocusScope {
        id: desk

        anchors.fill: parent
        enabled: root.desk.open
        // Seen only once it can be used: a page that comes then finds that what it begins with can have the focus.
        visible: desk.enabled
        onVisibleChanged: root.follow()

        Rail {
            id: rail

            anchors.left: parent.left
            anchors.top: parent.top
            anchors.bottom: parent.bottom
            desk: root.desk
            onChosen: root.arrive()
        }
        TitleBar {
            id: bar

            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: parent.top
            desk: root.desk
            calls: root.calls
            title: (pages.item as DeskPage)?.title ?? ""
            beside: (pages.item as DeskPage)?.beside ?? null
            covered: answer.active || ((pages.item as DeskPage)?.asking ?? false)
        }
        Loader {
            id: pages

            objectName: "pages"
            anchors.left: rail.right
            anchors.right: parent.right
            anchors.top: bar.bottom
            anchors.bottom: parent.bottom
            focus: true
            enabled: !answer.active
        }
        // It lies over the page: nothing of that is reached by the digits that answer a call.
        Loader {
            id: answer

            anchors.fill: pages
            active: root.calls.stage === "answering"
            sourceComponent: AnswerSheet {
                calls: root.calls
            }
            onActiveChanged: {
                if (active || !root.desk.open)
                    return;
                if (root.last !== null && root.last.visible)
                    root.last.forceActiveFocus(Qt.TabFocusReason);
                else
                    root.arrive();
            }
            onLoaded: (answer.item as Item).nextItemInFocusChain(true).forceActiveFocus(Qt.TabFocusReason)
        }
    }
    Loader {
        id: entrance

        anchors.fill: parent
        active: !root.desk.open
        sourceComponent: SignInPage {
            focus: true
            desk: root.desk
            view: root.signIn
            calls: root.calls
        }
    }
}
