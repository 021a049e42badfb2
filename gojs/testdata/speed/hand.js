function gcd(a,b){while(b!==0){[a,b]=[b,a%b]}return a}
function gcd2(a,b){while(b!==0){const t=a%b;a=b;b=t}return a}
function gcdLoop(n){let s=0;for(let i=1;i<n;i++)s+=gcd2(i,360360);return s}
function hash32(n){let h=17;for(let i=0;i<n;i++){h=(Math.imul(h,31)+i)|0;h^=h>>7}return h}
function scan(s){let t=0;for(let i=0;i<s.length;i++)t+=s[i];return t}
function scan32(s){let t=0;for(let i=0;i<s.length;i++)t=t+s[i]|0;return t}
function scanI(s){let t=0;for(let i=0;i<s.length;i++)t+=s[i];return t}
function scanIr(s){let t=0;for(const x of s)t+=x;return t}
function scanS(s){let t=0;for(let i=0;i<s.length;i++)t+=s[i].length;return t}
function scanOdd(s){let t=0;for(let i=1;i<s.length;i++)t+=s[i]-s[i-1];return t}
function sortFilter(rows,q){const v=rows.filter(r=>r.name.toLowerCase().includes(q)||r.city.toLowerCase().includes(q));v.sort((a,b)=>a.price-b.price);return v.length}
const n=1000000,f=new Float64Array(n),s=new Array(n),i32=new Int32Array(n),is=new Array(n);
for(let i=0;i<n;i++){f[i]=i;s[i]="abc";i32[i]=i;is[i]=i}
const rows=[];for(let i=0;i<1000;i++)rows.push({id:i,name:"Name"+i*7919%1000,city:"City"+i*31%97,price:(i*37%1000)/3});
function best(name,f){let m=1e18;for(let k=0;k<9;k++){const t=performance.now();f();m=Math.min(m,performance.now()-t)}console.log(name,Math.round(m*1000))}
let sink=0
best("gcd",()=>sink+=gcdLoop(300000));best("hash32",()=>sink+=hash32(1e7));best("scanF",()=>sink+=scan(f));best("scanS",()=>sink+=scanS(s));best("scan32",()=>sink+=scan32(i32));best("scanI",()=>sink+=scanI(is));best("scanIr",()=>sink+=scanIr(is));best("scanOdd",()=>sink+=scanOdd(is));best("sort",()=>sink+=sortFilter(rows,"1"))
