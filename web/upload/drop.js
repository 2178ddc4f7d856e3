// Files dropped on an element. While some are over it, it has the class drop-here.
const hasFiles = event => [...event.dataTransfer?.types ?? []].includes('Files');

export function receiveDrops(root, signal, take) {
  const over = isOver => root.classList.toggle('drop-here', isOver);
  root.addEventListener('dragover', event => {
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    over(true);
  }, { signal });
  root.addEventListener('dragleave', event => root.contains(event.relatedTarget) || over(false), { signal });
  root.addEventListener('drop', event => {
    over(false);
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    take([...event.dataTransfer.files]);
  }, { signal });
  signal?.addEventListener('abort', () => over(false), { once: true });
}
